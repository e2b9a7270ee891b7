import * as z from 'zod';
import type { RawItem } from '../../observed.ts';
import { FIRST_PROFILE, MOVING_PROJECT, NEW_ROOT, SECOND_PROFILE, STAYING_PROJECT } from './cast.ts';

const project = z.object({
  parentId: z.number(),
  state: z.object({
    rootId: z.nullable(z.number()),
    attachments: z.record(z.string(), z.unknown()),
  }),
});

const operation = z.object({
  id: z.string(),
  sequence: z.number(),
  status: z.enum(['SUCCEEDED', 'PARTIAL', 'FAILED']),
  change: z.looseObject({ kind: z.string(), mode: z.optional(z.string()) }),
});

/**
 * What is wrong with the end of a schedule, judged by no more than the two projects and the numbers of the operations: the
 * project that stays holds what the operations make of it in the order of their numbers, where they name it, and the
 * other one nothing of the root that it left.
 */
export function wrongWith(
  items: readonly RawItem[],
  named: readonly number[],
  isMoved: boolean,
): readonly string[] {
  const operations = items
    .filter(({ PK, SK }) => SK === '#HEADER' && String(PK).startsWith('OPERATION#'))
    .map((item) => operation.parse(item))
    .toSorted((one, other) => one.sequence - other.sequence);
  const held = new Set<number>();
  for (const { change } of operations) {
    if (change.kind === 'ATTACH' && change.mode === 'SET') held.delete(FIRST_PROFILE);
    if (change.kind === 'ATTACH') held.add(change.mode === 'SET' ? SECOND_PROFILE : FIRST_PROFILE);
    if (change.kind === 'DETACH') held.delete(FIRST_PROFILE);
  }
  const wanted = [...held].toSorted().join();
  const [staying, moving] = [STAYING_PROJECT, MOVING_PROJECT].map((id) =>
    project.parse(items.find(({ PK, SK }) => PK === `PROJECT#${id}` && SK === '#NODE')),
  );
  if (!staying || !moving) return ['a project is gone'];
  const on = ({ state }: typeof staying): string => Object.keys(state.attachments).toSorted().join();
  const faults: string[] = [];
  const kept = named.includes(STAYING_PROJECT) ? wanted : '';
  if (on(staying) !== kept) faults.push(`the project that stays holds ${on(staying)}, not ${kept}`);
  const left = isMoved ? '' : wanted;
  if (on(moving) !== left) faults.push(`the project that moves holds ${on(moving)}, not ${left}`);
  if (isMoved && (moving.parentId !== NEW_ROOT || moving.state.rootId !== NEW_ROOT))
    faults.push(`the project that moves is below ${moving.parentId} and counts to ${moving.state.rootId}`);
  return faults;
}
