import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { executableSchema } from '../../functions/graphql/executable-schema.ts';
import { withoutNewer } from '../../functions/graphql/introduced/without-newer.ts';
import { allDocuments, documentOf } from './support/documents.ts';

/** Of a request. */
const MAXIMUM_CHARACTERS = 10_000;

describe('the documents of existing clients', async () => {
  const names = await allDocuments();
  const schema = executableSchema();

  it('are here', () => {
    expect(names).toContain('client-go/statuses.graphql');
    expect(names.length).toBeGreaterThan(12);
  });

  // What is promised has to hold what clients send, or else nobody would notice when it goes.
  const published = readFileSync(new URL('schema/published.graphql', import.meta.url), 'utf8');

  it.each(names)('are held by the published schema: %s', async (name) => {
    expect(validate(buildSchema(published), withoutNewer(parse(await documentOf(name))))).toEqual([]);
  });

  it.each(names)('are valid, but for what is newer: %s', async (name) => {
    const text = await documentOf(name);
    expect(validate(schema, withoutNewer(parse(text)))).toEqual([]);
    expect(text.length).toBeLessThan(MAXIMUM_CHARACTERS);
  });
});
