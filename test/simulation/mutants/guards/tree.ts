import { type Mutant, patch } from '../mutant.ts';

const PLACING = 'shared/domain/placing.ts';
const APPLY_EVENT = 'shared/tree/apply-event.ts';
const REMOVE_NODE = 'shared/tree/remove-node.ts';

/** What moves the tree: events in any order, of nodes that may not be known. */
export const TREE: readonly Mutant[] = [
  {
    name: 'forward-in-time',
    race: 'events',
    guard: 'an event moves a node only forward in time',
    without: 'an event that comes late moves a node back',
    patches: [patch(PLACING, 'if (at !== known) return at > known;', 'if (at !== known) return true;')],
  },
  {
    name: 'present-old-place',
    race: 'events',
    guard: 'of two moves of one time the one whose old place is the present one applies',
    without: 'two moves of one second are applied in the order in which they arrive',
    patches: [
      patch(
        PLACING,
        'return yields !== true && (was === undefined || was === present);',
        'return yields !== true;',
      ),
    ],
  },
  {
    name: 'told-twice',
    race: 'events',
    guard: 'an event that took effect takes none again',
    without: 'of a move there and back in one second the first, received again, undoes the second',
    patches: [
      patch(
        PLACING,
        'if (placing.eventId !== undefined && before.placedBy?.includes(placing.eventId))',
        'if (placing.at < 0)',
      ),
    ],
  },
  {
    name: 'created-once',
    race: 'events',
    guard: 'so does a creation: it counts among the events that placed the node',
    without: 'a creation that is received again undoes a move of its second',
    patches: [
      patch(
        PLACING,
        'const placedBy = eventId === undefined ? undefined : [eventId];',
        'const placedBy = eventId === undefined ? undefined : [];',
      ),
    ],
  },
  {
    name: 'confirmed-place',
    race: 'events',
    guard: 'an event that says what is known already moves its time forward',
    without: 'an older event that comes after it moves the node away',
    patches: [
      patch(
        PLACING,
        'const confirms = mayMove && placing.parentId !== undefined && placing.at > before.placedAt;',
        'const confirms = false;',
      ),
    ],
  },
  {
    name: 'late-deletion',
    race: 'events',
    guard: 'a deletion gives way to a placement that is later',
    without: 'a deletion that comes late deletes a node that was made again',
    patches: [
      patch(
        REMOVE_NODE,
        'before.deletedAt !== undefined || Math.max(before.placedAt, before.namedAt) > at',
        'before.deletedAt !== undefined',
      ),
    ],
  },
  {
    name: 'late-membership',
    race: 'events',
    beyondHistories: 'nobody joins or leaves',
    guard: 'a membership is changed only forward in time',
    without: 'an addition that comes late gives back what a removal took',
    patches: [
      patch(
        'shared/storage/memberships.ts',
        "'attribute_not_exists(PK) OR #at <= :at'",
        "'attribute_not_exists(PK) OR #at <= :at OR #at > :at'",
      ),
    ],
  },
  {
    name: 'unchanged-node',
    race: 'events',
    guard: 'a node is moved only if nobody wrote its place or name since it was read',
    without: 'of two events at once both take effect, and the edge of one stays behind',
    patches: [
      patch(
        'shared/storage/nodes.ts',
        'condition: `#version = :before AND ${times} AND attribute_not_exists(deletedAt)`',
        'condition: `(#version = :before AND ${times}) OR attribute_exists(PK)`',
      ),
    ],
  },
  {
    name: 'tombstone-as-it-is',
    race: 'events',
    guard: 'a node is made again only where its tombstone is the one that was read',
    without: 'a creation that crosses a later deletion brings the node back',
    patches: [
      patch(
        'shared/storage/nodes.ts',
        "condition: '#version = :before AND deletedAt = :deletedAt'",
        "condition: '#version = :before AND (deletedAt = :deletedAt OR attribute_exists(deletedAt))'",
      ),
    ],
  },
  {
    name: 'parked',
    race: 'unknown',
    guard: 'an event about a node that is not known waits for it',
    without: 'a transfer that comes before the creation is lost',
    patches: [
      patch(APPLY_EVENT, 'await transact(env.table, [parkEvent({ ref, event }, env.clock.now())]);', ''),
    ],
  },
  {
    name: 'unparked',
    race: 'unknown',
    guard: 'what waits for a node is applied when the node is created',
    without: 'a transfer that came before the creation never takes effect',
    patches: [
      patch(
        APPLY_EVENT,
        "if (applied === 'DONE' || (await readNode(env.table, ref))) await",
        'if (!applied) await',
      ),
    ],
  },
  {
    name: 'parked-a-moment-late',
    race: 'unknown',
    guard: 'who has parked an event looks once more whether the node is there',
    without: 'an event that misses the creation by a moment waits until the next event of its node',
    patches: [
      patch(APPLY_EVENT, "applied === 'DONE' || (await readNode(env.table, ref))", "applied === 'DONE'"),
    ],
  },
  {
    name: 'late-parent',
    race: 'unknown',
    guard: 'a group that is created with something below it is re-homed',
    without: 'what came from another root below an unknown group is never cleaned up',
    patches: [
      patch(
        'shared/tree/place-node.ts',
        'if (!before && !(await hasChildren(env, node))) return undefined;',
        'if (!before) return undefined;',
      ),
    ],
  },
  {
    name: 'tombstone',
    race: 'unknown',
    guard: 'a deleted node leaves a tombstone with its time',
    without: 'an older event brings a deleted project back',
    patches: [
      patch(
        PLACING,
        "if (before?.deletedAt !== undefined && placing.at <= before.deletedAt) return { result: 'STALE' };",
        '',
      ),
    ],
  },
  {
    name: 'tombstone-of-the-unknown',
    race: 'unknown',
    guard: 'a deletion of a node that is not known leaves a tombstone too',
    without: 'a creation that comes after its deletion makes a project that is not there',
    patches: [
      patch(
        REMOVE_NODE,
        'const { result } = await transact(env.table, [buryUnknown(unknown, expiresAt)]);',
        "const result = unknown.slug === '' ? 'WRITTEN' : buryUnknown(unknown, expiresAt);",
      ),
    ],
  },
  {
    name: 'cycle',
    race: 'cycles',
    beyondHistories: 'no tree is so wrong',
    guard: 'groups that run in a circle have no root',
    without: 'one of them passes for the root of all that is below',
    patches: [
      patch(
        'shared/domain/place.ts',
        "if (seen.has(id)) return { result: 'BROKEN', reason: 'CYCLE', groupId: id };",
        'if (seen.has(id)) break;',
      ),
    ],
  },
  {
    name: 'too-deep',
    race: 'cycles',
    beyondHistories: 'no tree is so deep',
    guard: 'a chain of more than twenty groups has no root',
    without: 'what lies deeper than GitLab allows is seen and changed',
    patches: [
      patch(
        'shared/domain/place.ts',
        "if (chain.length === MAXIMUM_LEVELS) return { result: 'BROKEN', reason: 'TOO_DEEP', groupId: id };",
        '',
      ),
    ],
  },
  {
    name: 'walk-into-a-circle',
    race: 'cycles',
    beyondHistories: 'no tree is so wrong',
    guard: 'a walk down goes no deeper than the levels that there can be',
    without: 'the walk of an operation goes round in a circle, and the operation does not end',
    patches: [
      patch(
        'functions/attach-worker/visit.ts',
        'if (level < MAXIMUM_LEVELS) subgroups.push',
        'subgroups.push',
      ),
    ],
  },
];
