import { type Mutant, patch } from '../mutant.ts';

const REQUEST = 'shared/pipeline/request.ts';

/** Requests for few projects, which are done with their acceptance: decided before it, and written with it. */
export const SETTLED: readonly Mutant[] = [
  {
    name: 'settled-version',
    race: 'transfer',
    guard: 'what is written with an acceptance goes by the version that was read, too',
    without: 'a request for one project overwrites what was decided about it since',
    patches: [
      patch(
        'shared/storage/project-states.ts',
        "condition: '#state.#version = :before',",
        "condition: '#state.#version >= :before',",
      ),
    ],
  },
  {
    name: 'sequence-of-one-moment',
    race: 'transfer',
    guard:
      'the last number of a root is read in one snapshot with the places of what is decided before the acceptance',
    without: 'who moves between the two is decided where it no longer is, and nothing refuses that',
    patches: [
      patch(
        REQUEST,
        'const sequence = Math.min(...targets.map((each) => each.sequence ?? 0));',
        'const sequence = await readSequence(env.table, rootId);',
      ),
      patch(
        REQUEST,
        "import { readExceptions } from '../storage/page-records.ts';",
        "import { readSequence } from '../storage/operations.ts';\nimport { readExceptions } from '../storage/page-records.ts';",
      ),
    ],
  },
  {
    name: 'settled-beside-others',
    race: 'crossing',
    guard: 'what is decided before the acceptance goes by what is registered, too',
    without:
      'a request for one project finds nothing to do, and an older one that comes later has the last word',
    patches: [
      patch(
        'shared/pipeline/settle.ts',
        'contextIn(surroundings, operation, now)',
        'contextIn({ ...surroundings, registrations: new Map() }, operation, now)',
      ),
    ],
  },
];
