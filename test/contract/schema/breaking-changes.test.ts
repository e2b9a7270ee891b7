import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { changesBetween, contractOf } from './compare.ts';

const published = await readFile(new URL('./published.graphql', import.meta.url), 'utf8');

describe('the schema', () => {
  it('breaks nothing of what was published: else, if it is meant, npm run schema:publish -- --breaking', async () => {
    expect((await changesBetween(published, await contractOf(typeDefinitions))).breaking).toEqual([]);
  });

  it('is published sorted, and without descriptions', async () => {
    expect(await contractOf(published)).toBe(published);
  });

  it.each([
    ['a field that went', /^ {2}attachedSecurityScanProfiles.*\n/m, ''],
    ['a field that got another type', /^( {2}attachedSecurityScanProfiles.*: ).*\n/m, '$1String\n'],
    ['a field that may be null by now', /^( {2}gitlabRecommended: Boolean)!/m, '$1'],
    [
      'an argument that has to be given by now',
      /projectIds: \[ProjectID!\] = \[\]/,
      'projectIds: [ProjectID!]!',
    ],
    ['a value of an enum that went', /^ {2}FILL_SCAN_GAPS\n/m, ''],
    [
      'an input that takes one member only by now',
      /^input AttachSecurityScanProfileInput \{/m,
      'input AttachSecurityScanProfileInput @oneOf {',
    ],
    ['a directive that went', /^directive @gl_introduced.*\n/m, ''],
  ])('would be found to break: %s', async (_what, pattern, replacement) => {
    const changed = published.replace(pattern, replacement);
    expect(changed).not.toBe(published);
    expect((await changesBetween(published, changed)).breaking).not.toEqual([]);
  });

  it('may grow', async () => {
    const grown = published.replace(/^type Query \{\n/m, 'type Query {\n  more: Int\n');
    expect(await changesBetween(published, grown)).toEqual({
      breaking: [],
      other: [expect.stringContaining('more')],
    });
  });
});
