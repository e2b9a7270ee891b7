import { type Mutant, patch } from '../mutant.ts';

/** Root and attachments of a project, and the place by which both are judged. */
export const PLACES: readonly Mutant[] = [
  {
    name: 'state-version',
    race: 'transfer',
    guard: 'a state is written only if its version is the one that was read',
    without: 'what was decided on an old state overwrites what was decided since',
    patches: [
      patch('shared/storage/project-states.ts', ' AND "state"."version"=?`;', '`;'),
      patch(
        'shared/storage/project-states.ts',
        'Parameters: [state, PK, SK, before]',
        'Parameters: [state, PK, SK]',
      ),
    ],
  },
  {
    name: 'wipe-with-root',
    race: 'transfer',
    guard: 'the write that gives a project a new root takes its attachments away',
    without: 'a project keeps the profiles of the root that it left',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'rootVersion: place.version, attachments: {}, decided }',
        'rootVersion: place.version, attachments: state.attachments, decided }',
      ),
    ],
  },
  {
    name: 'rehome-of-nothing',
    race: 'transfer',
    guard: 'a re-home writes the new root also where nothing is attached',
    without: 'an attach that was decided before the move lands after the clean-up',
    patches: [
      patch(
        'shared/domain/changes/rehome.ts',
        '  const next = wiped(',
        "  if (Object.keys(state.attachments).length === 0) return { state, outcome: { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };\n  const next = wiped(",
      ),
    ],
  },
  {
    name: 'return-is-written',
    race: 'transfer',
    guard: 'the return of a project to its root is written, also where nothing else is',
    without: 'who had read the project elsewhere takes it away again, under the version that is still there',
    patches: [
      patch(
        'shared/domain/changes/decide.ts',
        'if (decision.state === state && !isUnconfirmed(state, place)) return decision;',
        'if (decision.state === state) return decision;',
      ),
    ],
  },
  {
    name: 'made-again',
    race: 'transfer',
    guard: 'a project that is made again begins with a version that it never had',
    without: 'what was decided before the deletion is written to the project that came after it',
    patches: [
      patch('shared/storage/nodes.ts', '{ ...INITIAL_STATE, version: node.changedAt }', 'INITIAL_STATE'),
    ],
  },
  {
    name: 'root-of-the-operation',
    race: 'transfer',
    guard: 'an operation decides only about projects that are below its root now',
    without: 'a profile is attached to a project of another root',
    patches: [
      patch(
        'shared/domain/changes/decide.ts',
        "if (change.kind !== 'REHOME' && place.root.id !== rootId) return",
        "if (change.kind !== 'REHOME' && state.rootId !== null && state.rootId !== rootId) return",
      ),
    ],
  },
  {
    name: 'visible-by-place',
    race: 'lag',
    guard: 'a project shows only profiles of the root of its present place',
    without: 'a project that moved with its group shows the profiles of the root that it left',
    patches: [
      patch(
        'shared/domain/visible-attachments.ts',
        'return state.rootId === rootId ? Object.keys(state.attachments).map(Number) : [];',
        'return Object.keys(state.attachments).map(Number);',
      ),
      patch(
        'functions/graphql/loaders.ts',
        'rootIds.map(async (rootId) => getProfiles(table, rootId, idsIn(rootId))),',
        'rootIds.map(async (rootId) => new Map((await Promise.all(idsIn(rootId).map(async (id) => [...(await getProfiles(table, (await rootOfProfile(table, id)) ?? rootId, [id])).values()]))).flat().map((found) => [found.id, found]))),',
      ),
    ],
  },
  {
    name: 'rehome-before-attach',
    race: 'lag',
    guard: 'an attach under the new root re-homes the project first, in the name of the re-home',
    without: 'what the attach takes away with it is recorded by no operation',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'return wiped(state, place, place.transfer ?? context.operation, context);',
        'return withoutInactive(state, context);',
      ),
    ],
  },
  {
    name: 'rehome-after-leaving',
    race: 'lag',
    guard: 'a node that leaves before the clean-up came to it carries the transfer along',
    without: 'it is wiped by somebody else, and the re-home does not tell',
    patches: [
      patch(
        'shared/tree/place-node.ts',
        'const known = moves ? left?.transfer : wanted.transfer;',
        'const known = moves ? undefined : wanted.transfer;',
      ),
    ],
  },
  {
    name: 'came-along',
    race: 'lag',
    guard: 'only what stood below a group when it moved is re-homed in the name of that move',
    without: 'what somebody else does in passing is in the record of no operation',
    patches: [
      patch(
        'shared/domain/place.ts',
        'if (group.transfer && group.transfer.version > version) transfer',
        'if (group.transfer && group.transfer.version > (transfer?.version ?? -1)) transfer',
      ),
    ],
  },
  {
    name: 'root-version',
    race: 'olderRehome',
    guard: 'a place that is older than the one on which the state was decided is read again (rootVersion)',
    without: 'a worker that saw an old place takes the new root away again',
    patches: [
      patch(
        'shared/domain/changes/decide.ts',
        'place.root.id && place.version < state.rootVersion)',
        'place.root.id && place.version < 0)',
      ),
    ],
  },
  {
    name: 'placement-counter',
    race: 'olderRehome',
    guard: 'the placement counter is drawn in the transaction of the move',
    without: 'a move is decided on a tree that another move has changed meanwhile',
    patches: [patch('shared/tree/place-node.ts', '...(moves ? [drawPlacement(counter)] : []),', '')],
  },
  {
    name: 'snapshot',
    race: 'walk',
    guard: 'the chain of a place is read in one snapshot',
    without: 'a walk follows one pointer from before a move and the next from after it',
    patches: [
      patch(
        'shared/storage/read.ts',
        'if (keys.length === 0) return new Map();',
        'const single: Item[] = [];\n  for (const key of keys) single.push(...[await getItem(table, key)].filter((item) => item !== undefined));\n  return new Map(single.map((item) => [textOf(item), item]));',
      ),
    ],
  },
  {
    name: 'pointer-not-hint',
    race: 'walk',
    guard: 'the chain is a hint: pointers that disagree with it are followed and read again',
    without: 'a node is taken to be where it was when its chain was written',
    patches: [
      patch(
        'shared/domain/place.ts',
        "if (!groups.has(id)) return { result: 'UNREAD', groupId: id, visited: [...seen] };",
        'if (!groups.has(id)) break;',
      ),
    ],
  },
];
