import type { OperationIds } from '../../access/world/build.ts';
import { PLACE_NAMES, PLACES } from '../../access/world/tree.ts';
import type { Random } from './random.ts';
import { anyText, bitten, oddText } from './texts.ts';

/** Queues, as their workers are called. */
export type Queue = 'attach' | 'cleanup' | 'status';

const TIME = '2026-11-22T12:00:00Z';

const idOf = (random: Random): number => PLACES[random.pick(PLACE_NAMES)].id;

/** A good event about the tree, of each type. */
function treeEvent(random: Random): object {
  const [project_id, group_id, parent] = [idOf(random), idOf(random), idOf(random)];
  const [type, detail] = random.pick<readonly [string, object]>([
    ['ProjectTransferedEvent', { project_id, old_namespace_id: idOf(random), new_namespace_id: parent }],
    ['GroupTransferredEvent', { group_id, new_parent_id: parent }],
    [
      'Groups::GroupTransferedEvent',
      { group_id, old_root_namespace_id: idOf(random), new_root_namespace_id: parent },
    ],
    [
      'ProjectCreatedEvent',
      { project_id: 7_000 + random.below(50), namespace_id: parent, path: 'new', name: 'New' },
    ],
    [
      'GroupCreatedEvent',
      { group_id: 8_000 + random.below(50), parent_id: random.percent(50) ? parent : null, path: 'new' },
    ],
    ['ProjectRenamedEvent', { project_id, path: 'renamed', default_branch: 'main' }],
    ['GroupRenamedEvent', { group_id, old_path: 'a/b', new_path: 'a/c' }],
    ['ProjectDeletedEvent', { project_id }],
    ['GroupDeletedEvent', { group_id }],
    [
      'MemberAddedEvent',
      { user_id: 'somebody', group_id, access_level: random.pick([0, 5, 10, 30, 50, 60]) },
    ],
    ['MemberRemovedEvent', { user_id: 7, project_id }],
  ]);
  return {
    id: `event-${random.below(1_000_000)}`,
    'detail-type': type,
    source: 'gitlab',
    time: TIME,
    detail,
  };
}

function scanEvent(random: Random): object {
  const subject = random.percent(60)
    ? { scan_type: random.pick(['sast', 'SECRET_DETECTION', 'nope']), external: random.percent(20) }
    : { profile_id: random.below(8) };
  const detail = {
    project_id: idOf(random),
    ...subject,
    trigger: 'default_branch_pipeline',
    result: 'success',
    build_id: random.below(9),
  };
  return { id: 'scan-1', 'detail-type': 'SecurityScanFinishedEvent', time: TIME, detail };
}

function pageMessage(random: Random, ids: OperationIds): object {
  const operationId = random.pick(Object.values(ids));
  const page = { operationId, pageId: random.pick(['named', 'end', '0', anyText(random, ids)]) };
  return random.percent(50) ? { version: 1, ...page } : { version: 2, ...page, requestId: 'request' };
}

function goodMessage(queue: Queue, random: Random, ids: OperationIds): object {
  if (queue === 'attach') return pageMessage(random, ids);
  return queue === 'cleanup' ? treeEvent(random) : scanEvent(random);
}

const TIMES = [
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999+23:59',
  '2026-11-22',
  'now',
  '',
] as const;

/** A value of a member in another's place. */
function oddValue(random: Random, ids: OperationIds): unknown {
  return random.pick<() => unknown>([
    () => anyText(random, ids),
    () => oddText(random),
    () => 'x'.repeat(random.below(5_000)),
    () => random.pick(TIMES),
    () => random.pick([0, -1, 1.5, 2 ** 53, 2 ** 53 - 1, 1e300, 3]),
    () => random.pick([null, true, [], {}, [1], { id: 1 }]),
  ])();
}

function changed(random: Random, ids: OperationIds, message: object): unknown {
  const names = Object.keys(message);
  const name = random.percent(85)
    ? random.pick(names)
    : random.pick(['occurred_at', 'version', '__proto__', 'path', 'name', 'user_id']);
  const entries = new Map(Object.entries(message));
  const value: unknown = entries.get(name);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && random.percent(80))
    entries.set(name, changed(random, ids, value));
  else if (random.percent(15)) entries.delete(name);
  else entries.set(name, oddValue(random, ids));
  return Object.fromEntries(entries);
}

/** The body of a message: a good one to which something was done, or anything at all. */
export function oddMessage(queue: Queue, random: Random, ids: OperationIds): string {
  const message = goodMessage(queue, random, ids);
  return random.pick<() => string>([
    () => JSON.stringify(message),
    () => JSON.stringify(changed(random, ids, message)),
    () => JSON.stringify(changed(random, ids, message)),
    () => JSON.stringify({ ...message, ...Object.fromEntries([['detail', changed(random, ids, message)]]) }),
    () => bitten(random, JSON.stringify(message)),
    () => JSON.stringify(oddValue(random, ids)),
    () => oddText(random),
  ])();
}
