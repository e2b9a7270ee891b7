import { type Mutant, patch } from '../mutant.ts';

/** What changes once more while somebody still sees to its last change. */
export const CHANGED_AGAIN: readonly Mutant[] = [
  {
    name: 'settled-as-it-is',
    race: 'handOver',
    guard: 'a node counts as told of only if it has not changed again',
    without:
      'who told of the first change settles the second one, whose worker has died, and nobody tells of it',
    patches: [
      patch(
        'shared/storage/nodes.ts',
        "condition: 'changedAt = :changedAt AND attribute_not_exists(deletedAt)',",
        "condition: '(changedAt = :changedAt OR changedAt > :changedAt) AND attribute_not_exists(deletedAt)',",
      ),
    ],
  },
  {
    name: 'follow-up-of-what-is-there',
    race: 'handOver',
    guard: 'an operation that has ended is completed for a node only if that has not changed again',
    without: 'a project that has left its target meanwhile gets a profile by an operation that had ended',
    patches: [
      patch(
        'shared/tree/hand-over.ts',
        "condition: 'changedAt = :changedAt',",
        "condition: 'changedAt = :changedAt OR attribute_exists(PK)',",
      ),
    ],
  },
  {
    name: 'unparked-once-done',
    race: 'unknown',
    guard: 'an event that waits is forgotten only when it took effect',
    without: 'a move that waits for a project goes with the deletion of an earlier project of its id',
    patches: [
      patch(
        'shared/tree/apply-event.ts',
        "if (applied === 'DONE') await transact(env.table, [unparkEvent(parked)]);",
        'if (applied !== undefined) await transact(env.table, [unparkEvent(parked)]);',
      ),
    ],
  },
  {
    name: 'claim-of-what-is-open',
    race: 'unsent',
    guard: 'the janitor claims a page as it read it: neither sent nor done by anybody since',
    without: 'of a page that is done meanwhile an item comes back that nobody can read',
    patches: [
      patch(
        'shared/storage/pages.ts',
        "condition: 'since = :since',\n    values: { ':now': now,",
        "condition: 'since = :since OR attribute_not_exists(PK) OR attribute_exists(PK)',\n    values: { ':now': now,",
      ),
    ],
  },
];
