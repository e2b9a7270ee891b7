import { type Mutant, patch } from '../mutant.ts';

const READ = 'shared/storage/read.ts';

/** Reads that a rule depends on are consistent. The table of histories knows no others: directed tests let replicas lag. */
export const READS: readonly Mutant[] = [
  {
    name: 'consistent-range',
    race: 'handOver',
    beyondHistories: 'their table has no replicas that lag',
    guard: 'the children of a group are read consistently, and so is every other range',
    without: 'a project that was created just before the acceptance is left out',
    patches: [
      patch(
        READ,
        'ConsistentRead: true,\n      KeyConditionExpression',
        'ConsistentRead: false,\n      KeyConditionExpression',
      ),
    ],
  },
  {
    name: 'consistent-batch',
    race: 'deletion',
    beyondHistories: 'their table has no replicas that lag',
    guard: 'projects, profiles and nodes are read consistently',
    without: 'a profile that was deleted a moment ago is attached',
    patches: [
      patch(READ, 'Keys: [...pending], ConsistentRead: true', 'Keys: [...pending], ConsistentRead: false'),
    ],
  },
  {
    name: 'consistent-item',
    race: 'paused',
    beyondHistories: 'their table has no replicas that lag',
    guard: 'an operation is read consistently, and so is every other single item',
    without: 'who has just cancelled an operation is told that there was nothing to cancel',
    patches: [patch(READ, 'Key: { PK, SK }, ConsistentRead: true', 'Key: { PK, SK }, ConsistentRead: false')],
  },
];
