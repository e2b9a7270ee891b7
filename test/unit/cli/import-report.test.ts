import { describe, expect, it } from 'vitest';
import { reportLines } from '../../../cli/import/report.ts';
import type { ImportSummary } from '../../../shared/import/import-tree.ts';

const NONE = { created: 0, changed: 0, unchanged: 0, later: 0 };
const SUMMARY: ImportSummary = {
  groups: { ...NONE, created: 406 },
  projects: { ...NONE, created: 35_000, later: 566 },
  withoutRoot: 0,
  members: { written: 0, unchanged: 0, later: 0 },
  awaited: 0,
};

describe('the report of an import', () => {
  it('says what was done and how fast', () => {
    expect(reportLines({ result: 'IMPORTED', badLines: 0, summary: SUMMARY }, 10)).toEqual([
      'Groups    406 new, 0 changed, 0 as they were',
      'Projects  35,000 new, 0 changed, 0 as they were, 566 kept: later changes are known',
      'Members   0 written, 0 as they were',
      '35,972 groups and projects in 10.0 s, 3,597 a second.',
    ]);
  });

  it('says what a person has to look after', () => {
    const summary = { ...SUMMARY, withoutRoot: 3, awaited: 1 };
    const text = reportLines({ result: 'IMPORTED', badLines: 1, refusal: 'BAD_LINES', summary }, 1).join(
      '\n',
    );
    expect(text).toContain('3 of these stand below no top-level group');
    expect(text).toContain('Events had been waiting for 1');
    expect(text).toContain('Nothing was pruned');
    expect(text).toContain('1 line did not go in');
  });

  it('lists what would be removed', () => {
    const surplus = {
      nodes: [{ ref: { kind: 'project', id: 12 }, path: 'a/b' }],
      members: [{ ref: { kind: 'group', id: 1 }, userId: 'guest' }],
      later: 2,
    } as const;
    expect(reportLines({ result: 'LISTED', badLines: 0, surplus }, 1)).toEqual([
      'would remove project 12 a/b',
      'would remove member guest of group 1',
      '1 of the tree and 1 member would go, 2 would be kept because they came later. Nothing was written.',
    ]);
  });
});
