import { type Mutant, patch } from '../mutant.ts';

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
