import { describe, expect, it } from 'vitest';
import type { FileFormat } from '../../../../../cli/scan-profiles/profiles/document/format.ts';
import { parseProfiles } from '../../../../../cli/scan-profiles/profiles/document/parse.ts';

const HEAD = 'apiVersion: 1\ngroup: top\nprofiles:\n';
const SAST = '  - scanType: SAST\n    name: ours\n    triggers:\n      - type: DEFAULT_BRANCH_PIPELINE\n';

/** `line path: reason`. */
function problemsIn(text: string, format: FileFormat = 'yaml'): readonly string[] {
  const parsed = parseProfiles(text, format);
  return parsed.result === 'VALID'
    ? []
    : parsed.problems.map(({ line, path, reason }) => `${line} ${path}: ${reason}`);
}

describe('what is wrong with a file', () => {
  it.each([
    ['nothing in it', '', ['1 : must be an object with apiVersion, group, profiles']],
    ['a list', '- a\n', ['1 : must be an object with apiVersion, group, profiles']],
    ['broken YAML', `${HEAD}  - scanType: [SAST\n    name: x\n`, [/^5 : .*must be sufficiently indented/]],
    [
      'a text with a colon',
      `${HEAD}${SAST.replace('ours', 'ours: all')}`,
      ['5 : A member cannot begin here: put a text that has ": " in it into quotes'],
    ],
    ['a text that begins with a sign', `${HEAD}${SAST.replace('ours', '@ours')}`, [/^5 : .*into quotes$/]],
    ['a tab', 'apiVersion: 1\nprofiles:\n\t- a\n', [/^3 : Tabs are not allowed/]],
    ['a member twice', `group: a\n${HEAD}`, ['3 : The same member stands here twice']],
    ['two documents', `${HEAD}${SAST}---\n${HEAD}`, ['8 : A second document begins here: a file holds one']],
    ['an alias of nothing', `${HEAD}  - *nothing\n`, [/^1 : Unresolved alias/]],
    ['a tag of its own', `${HEAD}  - !ruby/object x\n`, [/^4 : Unresolved tag/]],
    ['a key that is no text', `${HEAD}? [a]\n: b\n`, [/^4 : .*string/]],
    ['another version', 'apiVersion: 2\nprofiles: []\n', ['1 apiVersion: must be 1']],
    ['no version, no profiles', 'group: top\n', ['1 apiVersion: is missing', '1 profiles: is missing']],
    [
      'an unknown member',
      `${HEAD}${SAST}    id: 4\n`,
      ['8 profiles[0].id: is unknown here: known are scanType, name, description, triggers'],
    ],
    ['a merge key', `${HEAD}${SAST}    <<: {description: x}\n`, [/^8 profiles\[0\]\.<<: is unknown here/]],
    [
      'a name that is a number',
      `${HEAD}${SAST.replace('ours', '42')}`,
      ['5 profiles[0].name: must be a text'],
    ],
    [
      'a name that is blank',
      `${HEAD}${SAST.replace('ours', '" "')}`,
      ['5 profiles[0].name: must not be blank'],
    ],
    [
      'a name that is too long',
      `${HEAD}${SAST.replace('ours', 'x'.repeat(256))}`,
      ['5 profiles[0].name: must have at most 255 characters, and has 256'],
    ],
    [
      'a description that is too long',
      `${HEAD}${SAST}    description: ${'x'.repeat(2_048)}\n`,
      ['8 profiles[0].description: must have at most 2047 characters, and has 2048'],
    ],
    [
      'the name of a recommended profile',
      `${HEAD}${SAST.replace('ours', 'sast (DEFAULT)')}`,
      [/^5 profiles\[0\]\.name: .*is reserved/],
    ],
    [
      'an unknown scan type',
      `${HEAD}${SAST.replace('SAST', 'DAST')}`,
      [/^4 profiles\[0\]\.scanType: must be one of .*SECRET_DETECTION, /],
    ],
    [
      'a scan type without profiles',
      `${HEAD}${SAST.replace('SAST', 'BUSINESS_LOGIC')}`,
      ['4 profiles[0].scanType: BUSINESS_LOGIC is not supported yet: no scan profile can be made of it'],
    ],
    [
      'no trigger',
      `${HEAD}  - scanType: SAST\n    name: a\n    triggers: []\n`,
      ['6 profiles[0].triggers: must name at least one trigger'],
    ],
    [
      'a trigger of another scan type',
      `${HEAD}${SAST}      - type: GIT_PUSH_EVENT\n`,
      [
        '8 profiles[0].triggers[1]: GIT_PUSH_EVENT is no trigger of SAST, which allows DEFAULT_BRANCH_PIPELINE, MERGE_REQUEST_PIPELINE',
      ],
    ],
    [
      'a trigger twice',
      `${HEAD}${SAST}      - type: DEFAULT_BRANCH_PIPELINE\n`,
      ['8 profiles[0].triggers[1]: DEFAULT_BRANCH_PIPELINE stands in the list twice'],
    ],
    [
      'a value over its bound',
      `${HEAD}${SAST}        configuration:\n          excludedPaths:\n            - a\n            - ${'x'.repeat(1_025)}\n`,
      ['11 profiles[0].triggers[0].configuration.excludedPaths[1]: must have at most 1024 characters'],
    ],
    [
      'an unknown setting',
      `${HEAD}${SAST}        configuration: {colour: red}\n`,
      [/^8 profiles\[0\]\.triggers\[0\]\.configuration: .*colour/],
    ],
    [
      'a setting that no JSON has',
      `${HEAD}${SAST}        configuration: {analyzerImageTag: !!binary aGk=}\n`,
      [/^8 .*configuration\.analyzerImageTag: must be what JSON can hold/],
    ],
    [
      'a configuration where none is taken',
      `${HEAD}  - scanType: SECRET_DETECTION\n    name: a\n    triggers:\n      - type: GIT_PUSH_EVENT\n        configuration: {historicScan: true}\n`,
      ['8 profiles[0].triggers[0].configuration: GIT_PUSH_EVENT of SECRET_DETECTION takes no configuration'],
    ],
    [
      'one name twice',
      `${HEAD}${SAST}${SAST.replace('ours', '" OURS "')}`,
      ['9 profiles[1].name: is that of profiles[0], which has the same scan type'],
    ],
  ])('is %s', (_, text, expected) => {
    const problems = problemsIn(text);
    expect(problems).toHaveLength(expected.length);
    for (const [index, each] of expected.entries()) expect(problems[index]).toMatch(each);
  });

  it('is all named at once, by line', () => {
    const twice = SAST.replace('DEFAULT_BRANCH', 'NO') + SAST.replace('ours', '""');
    expect(problemsIn(`${HEAD}${twice}`).map((each) => each.split(':')[0])).toEqual([
      '7 profiles[0].triggers[0]',
      '9 profiles[1].name',
    ]);
  });

  it('is named of every profile that can be understood, whatever else is wrong', () => {
    const number = SAST.replace('ours', '42');
    const blank = SAST.replace('ours', '""');
    expect(problemsIn(`group: 4\nprofiles:\n${number}${blank}${SAST}${SAST}`)).toEqual([
      '1 apiVersion: is missing',
      '1 group: must be a text',
      '4 profiles[0].name: must be a text',
      '8 profiles[1].name: must not be blank',
      '16 profiles[3].name: is that of profiles[2], which has the same scan type',
    ]);
  });

  it.each([
    ['{\n  "apiVersion": 1,\n}', '3 : This is no JSON: Expected double-quoted property name (column 1)'],
    ['{\n  "apiVersion": 1', "2 : This is no JSON: Expected ',' or '}' after property value (column 18)"],
    [
      '{\n  "apiVersion": 1,\n  "group": top,\n  "profiles": []\n}',
      "3 : This is no JSON: Unexpected token 'o' (column 13)",
    ],
    ['[\n1,\n', '2 : This is no JSON: Unexpected end of JSON input'],
    ['', '1 : This is no JSON: Unexpected end of JSON input'],
    ['apiVersion: 1\n', "1 : This is no JSON: Unexpected token 'a'"],
    ['{"group": "a",\n"group": "b"}', '2 : The same member stands here twice'],
  ])('is told of a file of JSON in words about JSON: %j', (text, problem) => {
    expect(problemsIn(text, 'json')).toEqual([problem]);
  });

  it('is found in JSON in the same way', () => {
    const text = JSON.stringify(
      { apiVersion: 1, profiles: [{ scanType: 'SAST', name: 'a', triggers: [], x: 1 }] },
      undefined,
      '\t',
    );
    expect(problemsIn(text, 'json')).toEqual([
      '8 profiles[0].x: is unknown here: known are scanType, name, description, triggers',
    ]);
    expect(problemsIn(text.replace(/,\s*"x": 1/, ''), 'json')).toEqual([
      '7 profiles[0].triggers: must name at least one trigger',
    ]);
  });

  it.each([
    ['nesting without end', '['.repeat(3_000)],
    [
      'aliases that grow',
      `a: &l0 [x, x, x, x]\n${[1, 2, 3, 4, 5, 6].map((level) => `${level}: &l${level} [${`*l${level - 1}, `.repeat(9)}]\n`).join('')}`,
    ],
    ['a key with a meaning of its own', `${HEAD}${SAST}    __proto__: {name: x}\n`],
  ])('is %s', (_, text) => {
    expect(problemsIn(text)).not.toEqual([]);
  });
});

it('may leave out the description, the group, and settings that nobody sets', () => {
  const text =
    'apiVersion: 1\nprofiles:\n' +
    SAST.replace('ours', '" ours "') +
    '        configuration:\n          # excludedPaths: []\n';
  expect(parseProfiles(text, 'yaml')).toEqual({
    result: 'VALID',
    document: {
      apiVersion: 1,
      profiles: [
        { scanType: 'SAST', name: 'ours', description: '', triggers: [{ type: 'DEFAULT_BRANCH_PIPELINE' }] },
      ],
    },
  });
});

it('may name what it repeats', () => {
  const text = `${HEAD}${SAST}        configuration: &set {imageSuffix: FIPS}\n      - type: MERGE_REQUEST_PIPELINE\n        configuration: *set\n`;
  const parsed = parseProfiles(text, 'yaml');
  expect(parsed.result === 'VALID' && parsed.document.profiles[0]?.triggers).toEqual([
    { type: 'DEFAULT_BRANCH_PIPELINE', configuration: { imageSuffix: 'FIPS' } },
    { type: 'MERGE_REQUEST_PIPELINE', configuration: { imageSuffix: 'FIPS' } },
  ]);
});
