import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonicalDocument } from '../../../../../cli/scan-profiles/profiles/document/document.ts';
import { parseProfiles } from '../../../../../cli/scan-profiles/profiles/document/parse.ts';
import { FILE_FORMATS } from '../../../../../cli/scan-profiles/profiles/document/format.ts';
import { printDocument } from '../../../../../cli/scan-profiles/profiles/document/print.ts';
import { documents, profiles } from './arbitraries.ts';

const UNSEEN = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe.each(FILE_FORMATS)('a document as %s', (format) => {
  it('is the same when it is read back', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(parseProfiles(printDocument(document, format), format)).toEqual({ result: 'VALID', document });
      }),
      { numRuns: 200 },
    );
  });

  it('is text that no terminal and no editor trips over', () => {
    fc.assert(fc.property(documents, (document) => !UNSEEN.test(printDocument(document, format))));
  });

  it('does not depend on the order in which the deployment lists', () => {
    fc.assert(
      fc.property(
        profiles.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([one, other]) => {
          expect(printDocument(canonicalDocument('top', one), format)).toBe(
            printDocument(canonicalDocument('top', other), format),
          );
        },
      ),
    );
  });
});

it.each([' \n', '\n \n', ' ', '\n'])('has the text %j of white space alone in quotes', (description) => {
  const profile = {
    scanType: 'SAST',
    name: 'a',
    description,
    triggers: [{ type: 'GIT_PUSH_EVENT' }],
  } as const;
  const printed = printDocument(canonicalDocument('top', [profile]), 'yaml');
  expect(parse(printed)).toHaveProperty('profiles.0.description', description);
});

it('is the same to a reader of YAML 1.1', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(parse(printDocument(document, 'yaml'), { version: '1.1' })).toEqual(document);
    }),
  );
});

it('is written in one order', () => {
  const document = canonicalDocument('top', [
    {
      scanType: 'SECRET_DETECTION',
      name: 'b',
      description: '',
      triggers: [
        { type: 'GIT_PUSH_EVENT' },
        { type: 'DEFAULT_BRANCH_PIPELINE', configuration: { excludedPaths: ['z', 'a'] } },
      ],
    },
    {
      scanType: 'SAST',
      name: 'Two',
      description: 'for all\nof us',
      triggers: [
        { type: 'MERGE_REQUEST_PIPELINE', configuration: { imageSuffix: 'FIPS', excludedPaths: [] } },
      ],
    },
    {
      scanType: 'SAST',
      name: 'one',
      description: 'x',
      triggers: [{ type: 'DEFAULT_BRANCH_PIPELINE', configuration: {} }],
    },
  ]);
  expect(printDocument(document, 'yaml')).toBe(`apiVersion: 1
group: top
profiles:
  - scanType: SAST
    name: one
    description: x
    triggers:
      - type: DEFAULT_BRANCH_PIPELINE
  - scanType: SAST
    name: Two
    description: |-
      for all
      of us
    triggers:
      - type: MERGE_REQUEST_PIPELINE
        configuration:
          excludedPaths: []
          imageSuffix: FIPS
  - scanType: SECRET_DETECTION
    name: b
    description: ""
    triggers:
      - type: GIT_PUSH_EVENT
      - type: DEFAULT_BRANCH_PIPELINE
        configuration:
          excludedPaths:
            - z
            - a
`);
});
