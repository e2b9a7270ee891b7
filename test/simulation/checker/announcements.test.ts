import { expect, test } from 'vitest';
import type { RawItem } from '../observed.ts';
import { Checker } from './checker.ts';
import { ended, group, operation, page, profile, project, sequence } from './support/items.ts';

const FINISHED = 'SecurityScanProfileOperationFinished';
const ATTACHED = 'security_scan_profile_attached_to_project';
const REPLACED = 'security_scan_profile_replaced_on_project';

/** What is called of an operation that put profile 1 on project 101, or only said so, after these events about it. */
function called(
  events: readonly (readonly [detailType: string, detail: RawItem])[],
  { effect = '|1|', more = {} }: { readonly effect?: string; readonly more?: RawItem } = {},
): readonly string[] {
  const first = [group(1, null), ...profile(1, 1), ...profile(2, 1), project(101, 1, { rootId: 1 })];
  const checker = new Checker(first);
  const held = new Map(first.map((item) => [`${String(item['PK'])} ${String(item['SK'])}`, item]));
  const put = (...items: readonly RawItem[]): void => {
    const changes = items.map((after) => {
      const [PK, SK] = [String(after['PK']), String(after['SK'])];
      const before = held.get(`${PK} ${SK}`);
      held.set(`${PK} ${SK}`, after);
      return { PK, SK, before, after };
    });
    checker.wrote(1, changes);
  };
  const accepted = operation('A', 1, more);
  put(sequence(1, 1), accepted);
  put(ended(accepted, { applied: 1 }, more), page('A', [101], effect));
  for (const [detailType, detail] of events)
    checker.observe({ kind: 'PUBLISHED', at: 1, detailType, detail: { operation_id: 'A', ...detail } });
  checker.atRest(held.values());
  return checker.violations.map(({ what }) => what).filter((what) => what.includes('told'));
}

const attached = { page_id: 'P', project_ids: [101], profile_ids: [1] };

test('S7, S11: the end of an operation is told, and every change of an attachment', () => {
  expect(
    called([
      [ATTACHED, attached],
      [FINISHED, {}],
    ]),
  ).toEqual([]);
  expect(called([[ATTACHED, attached]])).toHaveLength(1);
  expect(called([[FINISHED, {}]])).toEqual(['ATTACH A has not told: project 101 made 1']);
});

test('S11: nothing is told that is not recorded', () => {
  const two = { ...attached, profile_ids: [1, 2] };
  expect(
    called([
      [ATTACHED, two],
      [FINISHED, {}],
    ]),
  ).toEqual(['ATTACH A told without a record: project 101 made 2']);
  const preview = { status: 'PREVIEWED', dryRun: true };
  expect(called([[FINISHED, {}]], { more: preview })).toEqual([]);
  expect(
    called(
      [
        [ATTACHED, attached],
        [FINISHED, {}],
      ],
      { more: preview },
    ),
  ).toHaveLength(1);
});

test('S11: what was put in place of others is told as such', () => {
  const replaced = { ...attached, replaced_profile_ids: [2] };
  expect(
    called(
      [
        [REPLACED, replaced],
        [FINISHED, {}],
      ],
      { effect: '2|1|2' },
    ),
  ).toEqual([]);
});
