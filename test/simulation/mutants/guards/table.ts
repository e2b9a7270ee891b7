import { type Mutant, patch } from '../mutant.ts';

/** What the table does only in part is asked for again. */
export const TABLE: readonly Mutant[] = [
  {
    name: 'batch-half-done',
    race: 'crash',
    guard: 'of a batch of writes each has a result of its own, and what was throttled is written again',
    without: 'a project is reported as changed that was not written',
    patches: [
      patch(
        'shared/storage/project-states.ts',
        "if (refusal === undefined) return 'WRITTEN';",
        "if (refusal === undefined || refusal.Code === 'ThrottlingError') return 'WRITTEN';",
      ),
    ],
  },
  {
    name: 'unprocessed-keys',
    race: 'crash',
    guard: 'keys that the table has left unread are read again',
    without: 'a project passes for deleted since the table had no time for it',
    patches: [
      patch(
        'shared/storage/read.ts',
        'pending = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];',
        'pending = [];',
      ),
    ],
  },
];
