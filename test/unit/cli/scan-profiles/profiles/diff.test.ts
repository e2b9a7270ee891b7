import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffProfiles, type StoredProfile } from '../../../../../cli/scan-profiles/profiles/diff/diff.ts';
import { diffLines } from '../../../../../cli/scan-profiles/profiles/diff/render.ts';
import {
  canonicalDocument,
  type ProfileText,
} from '../../../../../cli/scan-profiles/profiles/document/document.ts';
import { profiles } from './arbitraries.ts';

const KEEP = { deletes: false };
const DELETE = { deletes: true };

function stored(all: readonly ProfileText[]): readonly StoredProfile[] {
  return all.map((profile, index) => ({ ...profile, id: `gid://${index + 1}`, lockVersion: index + 1 }));
}

/** What a deployment has once it was told all changes. */
function after(
  all: readonly StoredProfile[],
  wanted: readonly ProfileText[],
  options: typeof KEEP,
): readonly ProfileText[] {
  const { changes } = diffProfiles(all, wanted, options);
  const gone = changes.flatMap((change) => (change.action === 'CREATE' ? [] : [change.stored.id]));
  const made = changes.flatMap((change) => (change.action === 'DELETE' ? [] : [change.profile]));
  return [...all.filter(({ id }) => !gone.includes(id)), ...made];
}

describe('a diff', () => {
  it('of a document with itself is empty, in whatever order it is listed', () => {
    fc.assert(
      fc.property(
        profiles.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(diffProfiles(stored(all), shuffled, DELETE)).toEqual({
            changes: [],
            unchanged: all.length,
            kept: [],
          });
        },
      ),
    );
  });

  it('leads to what is wanted, and then there is none', () => {
    fc.assert(
      fc.property(profiles, profiles, (present, wanted) => {
        const result = after(stored(present), wanted, DELETE);
        expect(canonicalDocument('top', result)).toEqual(canonicalDocument('top', wanted));
        expect(diffProfiles(stored(result), wanted, DELETE).changes).toEqual([]);
      }),
    );
  });

  it('deletes nothing that it is not told to', () => {
    fc.assert(
      fc.property(profiles, profiles, (present, wanted) => {
        const { changes, kept, unchanged } = diffProfiles(stored(present), wanted, KEEP);
        expect(changes.filter(({ action }) => action === 'DELETE')).toEqual([]);
        expect(kept.length + unchanged + changes.length).toBe(kept.length + wanted.length);
        expect(after(stored(present), wanted, KEEP)).toEqual(expect.arrayContaining([...kept]));
      }),
    );
  });
});

const OURS: StoredProfile = {
  id: 'gid://1',
  lockVersion: 3,
  scanType: 'SAST',
  name: 'Ours',
  description: 'For all of us. '.repeat(20),
  triggers: [
    { type: 'DEFAULT_BRANCH_PIPELINE', configuration: { excludedPaths: ['a', 'b'], imageSuffix: 'FIPS' } },
    { type: 'MERGE_REQUEST_PIPELINE', configuration: { analyzerImageTag: '5' } },
  ],
};
const TRIAGE: StoredProfile = {
  id: 'gid://2',
  lockVersion: 1,
  scanType: 'TRIAGE_AND_REMEDIATION',
  name: 'Slow\u001b[2J',
  description: '',
  triggers: [{ type: 'SBOM_INGESTED' }],
};

it('says what is made, changed and deleted, and what stays', () => {
  const wanted: readonly ProfileText[] = [
    {
      scanType: 'SECRET_DETECTION',
      name: 'New',
      description: 'Fresh',
      triggers: [
        { type: 'GIT_PUSH_EVENT' },
        { type: 'DEFAULT_BRANCH_PIPELINE', configuration: { historicScan: true } },
      ],
    },
    {
      ...OURS,
      name: 'OURS',
      description: `${OURS.description}And more.`,
      triggers: [
        {
          type: 'DEFAULT_BRANCH_PIPELINE',
          configuration: { excludedPaths: ['c', 'a'], advancedSastPartialScan: true },
        },
      ],
    },
  ];
  expect(diffLines(diffProfiles([OURS, TRIAGE], wanted, DELETE))).toEqual([
    '~ SAST "Ours"',
    '  ~ name: "Ours" → "OURS"',
    '  ~ description: … For all of us. " → … For all of us. And more."',
    '  ~ DEFAULT_BRANCH_PIPELINE excludedPaths: + "c"  - "b"',
    '  ~ DEFAULT_BRANCH_PIPELINE imageSuffix: "FIPS" → (default)',
    '  ~ DEFAULT_BRANCH_PIPELINE advancedSastPartialScan: (default) → true',
    '  - MERGE_REQUEST_PIPELINE',
    '      analyzerImageTag: "5"',
    '+ SECRET_DETECTION "New"',
    '    description: "Fresh"',
    '  + GIT_PUSH_EVENT',
    '  + DEFAULT_BRANCH_PIPELINE',
    '      historicScan: true',
    '- TRIAGE_AND_REMEDIATION "Slow\\u001b[2J"',
    '',
    '1 to create, 1 to update, 1 to delete, 0 unchanged',
  ]);
  expect(diffLines(diffProfiles([TRIAGE], [], KEEP))).toEqual([
    '0 to create, 0 to update, 0 to delete, 0 unchanged',
    '1 profile of the group is not in the file; --delete would delete it:',
    '  TRIAGE_AND_REMEDIATION "Slow\\u001b[2J"',
  ]);
});

it.each([
  [['a', 'b'], ['b', 'a'], '["a","b"] → ["b","a"]'],
  [['a'], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], '+ "b"  + "c"  + "d"  + "e"  + "f"  + 2 more'],
])('shows what differs between lists: %j and %j', (before, fresh, line) => {
  const withPaths = (excludedPaths: string[]): ProfileText => ({
    ...OURS,
    triggers: [{ type: 'DEFAULT_BRANCH_PIPELINE', configuration: { excludedPaths } }],
  });
  const diff = diffProfiles(stored([withPaths(before)]), [withPaths(fresh)], KEEP);
  expect(diffLines(diff)[1]).toBe(`  ~ DEFAULT_BRANCH_PIPELINE excludedPaths: ${line}`);
});

it('goes down to the members of a setting', () => {
  const wanted = {
    ...TRIAGE,
    triggers: [{ type: 'SBOM_INGESTED', configuration: { autoRemediation: { cooldown: 3 } } }],
  };
  const there = diffProfiles([TRIAGE], [wanted], KEEP);
  expect(there.changes).toMatchObject([
    { fields: [{ path: 'triggers.SBOM_INGESTED.autoRemediation.cooldown', after: 3 }] },
  ]);
  const back = diffProfiles(stored([wanted]), [TRIAGE], KEEP);
  expect(back.changes).toMatchObject([
    { fields: [{ path: 'triggers.SBOM_INGESTED.autoRemediation.cooldown', before: 3 }] },
  ]);
});
