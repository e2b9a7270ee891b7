import { describe, expect, it } from 'vitest';
import {
  checkProfile,
  problemText,
  type ProfileInput,
  type TriggerInput,
} from '../../../shared/domain/profile-input.ts';
import type { ScanType, Trigger } from '../../../shared/domain/scan-types/scan-types.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';

function errorsOf(input: Partial<ProfileInput>, scanType: ScanType = 'SAST'): readonly string[] {
  return checkProfile(scanType, { stripDefaults: true, ...input }).problems.map(problemText);
}

describe('a name', () => {
  it.each([
    ['', 'name must not be blank'],
    [' \t ', 'name must not be blank'],
    ['x'.repeat(256), 'name must have at most 255 characters, and has 256'],
    ['\u200b\u2060', 'name must not be blank'],
    ['two\nlines', 'name must be one line without control characters'],
    ['half a pair \uD800', 'name must be one line without control characters'],
    [' sast (DEFAULT) ', 'name "sast (DEFAULT)" is reserved for a recommended profile'],
  ])('%j is refused', (name, error) => {
    expect(errorsOf({ name })).toEqual([error]);
  });

  it('has its surrounding space taken away before it is measured', () => {
    expect(checkProfile('SAST', { name: ` ${'x'.repeat(255)} `, stripDefaults: true })).toMatchObject({
      problems: [],
      name: 'x'.repeat(255),
    });
  });

  it.each(TEMPLATES)('of the template $key is reserved for every scan type', ({ name }) => {
    expect(errorsOf({ name: name.toUpperCase() })).toHaveLength(1);
  });
});

it('a description has at most 2,047 characters, and may have lines and none at all', () => {
  expect(errorsOf({ description: 'x'.repeat(2_047) })).toEqual([]);
  expect(errorsOf({ description: 'two\nlines' })).toEqual([]);
  expect(errorsOf({ description: '\uD800' })).toEqual(['description must be well-formed Unicode']);
  expect(errorsOf({ description: '' })).toEqual([]);
  expect(errorsOf({ description: 'x'.repeat(2_048) })).toEqual([
    'description must have at most 2047 characters, and has 2048',
  ]);
});

const DEFAULT_BRANCH: TriggerInput = { type: 'DEFAULT_BRANCH_PIPELINE' };

function configured(type: Trigger, member: string, values: unknown): TriggerInput {
  return { type, configuration: { member, values } };
}

describe('triggers', () => {
  it.each<[string, ScanType, readonly TriggerInput[], string]>([
    ['none', 'SAST', [], 'triggers must name at least one trigger'],
    [
      'one twice',
      'SAST',
      [DEFAULT_BRANCH, DEFAULT_BRANCH],
      'triggers[1]: DEFAULT_BRANCH_PIPELINE stands in the list twice',
    ],
    [
      'one of another scan type',
      'SAST',
      [DEFAULT_BRANCH, { type: 'GIT_PUSH_EVENT' }],
      'triggers[1]: GIT_PUSH_EVENT is no trigger of SAST, which allows DEFAULT_BRANCH_PIPELINE, MERGE_REQUEST_PIPELINE',
    ],
    [
      'any, of a scan type that has none yet',
      'CONTAINER_SCANNING',
      [DEFAULT_BRANCH],
      'scanType CONTAINER_SCANNING is not supported yet: no scan profile can be made of it',
    ],
    [
      'a configuration where there can be none',
      'SECRET_DETECTION',
      [configured('GIT_PUSH_EVENT', 'secretDetection', {})],
      'triggers[0].configuration: GIT_PUSH_EVENT of SECRET_DETECTION takes no configuration',
    ],
    [
      'the configuration of another scan type',
      'SAST',
      [configured('DEFAULT_BRANCH_PIPELINE', 'secretDetection', {})],
      'triggers[0].configuration.secretDetection: does not fit DEFAULT_BRANCH_PIPELINE of SAST, which takes sast',
    ],
    [
      'the configuration of another trigger',
      'TRIAGE_AND_REMEDIATION',
      [configured('SAST_FALSE_POSITIVE', 'triageAndRemediation.sbomIngested', {})],
      'triggers[0].configuration.triageAndRemediation.sbomIngested: does not fit SAST_FALSE_POSITIVE of TRIAGE_AND_REMEDIATION, which takes triageAndRemediation.sastFalsePositive',
    ],
    [
      'a configuration that breaks a bound',
      'SAST',
      [configured('DEFAULT_BRANCH_PIPELINE', 'sast', { excludedPaths: ['ok', 'x'.repeat(1_025)] })],
      'triggers[0].configuration.sast.excludedPaths[1]: must have at most 1024 characters',
    ],
    [
      'a configuration of more than 64 KB',
      'SAST',
      [configured('DEFAULT_BRANCH_PIPELINE', 'sast', { excludedPaths: Array(70).fill('x'.repeat(1_000)) })],
      'triggers[0].configuration.sast: has 70229 bytes as JSON, more than the limit of 65536 (64 KB)',
    ],
  ])('%s: refused', (_what, scanType, triggers, error) => {
    expect(errorsOf({ triggers }, scanType)).toEqual([error]);
  });
});

it('says everything that is wrong at once', () => {
  const triggers = [
    configured('DEFAULT_BRANCH_PIPELINE', 'sast', { imageSuffix: 'X', analyzerImageTag: '' }),
  ];
  expect(errorsOf({ name: '', description: 'x'.repeat(3_000), triggers })).toEqual([
    'name must not be blank',
    'description must have at most 2047 characters, and has 3000',
    'triggers[0].configuration.sast.imageSuffix: must be one of DEFAULT, FIPS',
    'triggers[0].configuration.sast.analyzerImageTag: must not be empty: leave it out instead',
  ]);
});

describe('a problem', () => {
  const wrong = { excludedPaths: ['ok', ''] };
  const problemsOf = (configuration: NonNullable<TriggerInput['configuration']>) =>
    checkProfile('SAST', {
      name: ' ',
      triggers: [DEFAULT_BRANCH, { type: 'MERGE_REQUEST_PIPELINE', configuration }],
      stripDefaults: true,
    }).problems;

  it('says where it is', () => {
    expect(problemsOf({ member: 'sast', values: wrong })).toEqual([
      { path: 'name', reason: 'must not be blank' },
      {
        path: 'triggers[1].configuration.sast.excludedPaths[1]',
        reason: 'must not be empty: leave it out instead',
      },
    ]);
  });

  it('is without the member where none was named, for then it is the one that fits', () => {
    expect(problemsOf({ values: wrong }).map(({ path }) => path)).toEqual([
      'name',
      'triggers[1].configuration.excludedPaths[1]',
    ]);
  });
});

it('a trigger that nobody knows is refused like one of another scan type', () => {
  expect(errorsOf({ triggers: [{ type: 'FULL_MOON' }] })).toEqual([
    'triggers[0]: FULL_MOON is no trigger of SAST, which allows DEFAULT_BRANCH_PIPELINE, MERGE_REQUEST_PIPELINE',
  ]);
});

describe('what is stored of a configuration', () => {
  const values = { imageSuffix: 'DEFAULT', historicScan: true, logOptions: null, excludedPaths: [] };
  const triggers = [configured('DEFAULT_BRANCH_PIPELINE', 'secretDetection', values)];

  it('is what differs from the defaults', () => {
    const { configurations } = checkProfile('SECRET_DETECTION', { triggers, stripDefaults: true });
    expect(configurations).toEqual({ DEFAULT_BRANCH_PIPELINE: { historicScan: true } });
  });

  it('is all that was given, where defaults are not stripped', () => {
    const { configurations } = checkProfile('SECRET_DETECTION', { triggers, stripDefaults: false });
    expect(configurations).toEqual({
      DEFAULT_BRANCH_PIPELINE: { imageSuffix: 'DEFAULT', historicScan: true, excludedPaths: [] },
    });
  });

  it('is nothing, where it is as the defaults are', () => {
    const plain = [configured('DEFAULT_BRANCH_PIPELINE', 'secretDetection', { historicScan: false })];
    expect(checkProfile('SECRET_DETECTION', { triggers: plain, stripDefaults: true }).configurations).toEqual(
      {},
    );
  });
});
