import { readFile } from 'node:fs/promises';
import { buildASTSchema, coerceInputValue, isInputObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { SCAN_TYPES, triggersOf } from '../../../shared/domain/scan-types/scan-types.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { type Bounds, KINDS, membersOf, ROWS } from '../../support/configuration-members.ts';

const text = await readFile(new URL('../../../docs/profiles.md', import.meta.url), 'utf8');
const schema = buildASTSchema(parse(typeDefinitions));

function blocks(language: string): readonly string[] {
  const fence = new RegExp(`^ *\`\`\`${language}\n(.*?)^ *\`\`\`$`, 'gms');
  return Array.from(text.matchAll(fence), ([, block = '']) => block);
}

/** Rows of the table whose head begins with this: cells by column, in the order of the first. */
function table(head: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const start = lines.findIndex(
    (line, index) => line.startsWith(`| \`${head}\` `) && lines[index + 1]?.startsWith('| ---'),
  );
  expect(start, `a table of ${head}`).toBeGreaterThan(-1);
  const end = lines.findIndex((line, index) => index > start && line === '');
  const rows = lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
}

describe('the guide to profiles', () => {
  it.each(blocks('graphql'))('asks what can be asked: %s', (document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  const inputs = blocks('json').flatMap((block) => {
    const found = z.object({ input: z.looseObject({ scanType: z.string() }) }).safeParse(JSON.parse(block));
    return found.success ? [found.data.input] : [];
  });

  it.each(inputs)('gives variables that fit: $name', (input) => {
    const type = schema.getType('SecurityScanProfileCreateInput');
    if (!isInputObjectType(type)) throw new Error('there is no such input');
    const errors: string[] = [];
    coerceInputValue(input, type, (path, _value, { message }) => {
      errors.push(`${path.join('.')}: ${message}`);
    });
    expect(errors).toEqual([]);
  });

  it('has an example for each scan type of which there can be profiles', () => {
    const possible = SCAN_TYPES.filter((scanType) => triggersOf(scanType).length > 0);
    expect(new Set(inputs.map(({ scanType }) => scanType))).toEqual(new Set(possible));
  });

  it('has JSON that is JSON', () => {
    for (const block of blocks('json')) expect(z.json().safeParse(JSON.parse(block)).success).toBe(true);
  });

  it.each(TEMPLATES)('names the template $key', ({ key, name }) => {
    const [, preset = ''] = /^triage_and_remediation(_.*)$/.exec(key) ?? [];
    expect(text).toContain(preset === '' ? `\`${key}\`` : preset);
    expect(text).toContain(preset === '' ? name : `Triage and Remediation (`);
  });

  it.each(ROWS)('says by what $scanType by $trigger is configured', ({ trigger, kind }) => {
    const lines = text.split('\n').filter((line) => line.includes(`\`${trigger}\``));
    expect(lines.some((line) => line.includes(`\`${kind.member}\``))).toBe(true);
  });
});

describe.each(KINDS)('the table of $member', ({ member, defaults, ...kind }) => {
  const members = membersOf(kind);
  const [[inner, bounds] = ['', undefined]] = Object.entries(members);
  const leaves = bounds?.of === 'OBJECT' ? bounds.members : members;
  const usual = bounds?.of === 'OBJECT' ? z.record(z.string(), z.unknown()).parse(defaults[inner]) : defaults;
  const rows = table(bounds?.of === 'OBJECT' ? `${member}.${inner}` : member);

  it('has every member with its bounds and its default', () => {
    const names = Object.keys(leaves).toSorted();
    expect(rows.map((cells) => [cells[0], cells[2]])).toEqual(
      names.map((name) => [`\`${name}\``, defaultOf(usual[name])]),
    );
    for (const [index, name] of names.entries()) expect(rows[index]?.[1]).toMatch(wordsOf(leaves[name]));
  });
});

function defaultOf(value: unknown): string {
  if (value === undefined) return 'none';
  const isPlain = typeof value === 'string' && /^[A-Z]+$/.test(value);
  if (isPlain || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function wordsOf(bounds: Bounds | undefined): RegExp {
  switch (bounds?.of) {
    case 'ENUM':
      return new RegExp(`^${bounds.values.join(', ')}$`);
    case 'FLAG':
      return /^true, false$/;
    case 'INTEGER':
      return new RegExp(`^${bounds.minimum} to ${bounds.maximum}( days)?$`);
    case 'TEXT':
      return new RegExp(`^text of ${bounds.minimum} to ${bounds.maximum.toLocaleString('en')} characters$`);
    case 'LIST': {
      const most = `^at most ${bounds.maximum.toLocaleString('en')} `;
      const { entry } = bounds;
      if (entry.of !== 'TEXT') return new RegExp(`${most}identifiers`);
      return new RegExp(
        `${most}texts of ${entry.minimum} to ${entry.maximum.toLocaleString('en')} characters$`,
      );
    }
    case 'CWE':
    case 'OBJECT':
    case undefined:
      throw new Error('no table has such a member');
  }
}
