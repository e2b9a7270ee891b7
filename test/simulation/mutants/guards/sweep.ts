import { type Mutant, patch } from '../mutant.ts';

const FAULTS = 'shared/sweep/faults.ts';

/** What the sweep sees to, and the root group that becomes a child. */
export const SWEEP: readonly Mutant[] = [
  {
    name: 'sweep-foreign',
    race: 'stored',
    guard: 'the sweep finds what is attached under another root than the present one',
    without: 'a foreign attachment stays stored for ever',
    patches: [
      patch(
        FAULTS,
        'else foreign.push({ projectId: project.id, rootId: rootId ?? walk.place.root.id });',
        'else continue;',
      ),
    ],
  },
  {
    name: 'sweep-deleted',
    race: 'stored',
    guard: 'the sweep finds attachments of profiles that are deleted',
    without: 'an attachment of a deleted profile stays stored for ever',
    patches: [
      patch(
        FAULTS,
        'if (Object.keys(state.attachments).some(isGone)) found.push',
        'if (Object.keys(state.attachments).every((id) => isGone(id) && id === "")) found.push',
      ),
    ],
  },
  {
    name: 'sweep-leaves-what-is-under-way',
    race: 'stored',
    guard: 'the sweep leaves to a clean-up what the clean-up is about to do',
    without: 'it repairs after every move, and the alarm means nothing',
    patches: [
      patch(
        FAULTS,
        'return found.filter(({ rootId }) => !busy.has(rootId));',
        'return busy.size < 0 ? [] : found;',
      ),
    ],
  },
  {
    name: 'moves-are-noted',
    race: 'stored',
    guard: 'a move is noted in its own transaction for the sweep of what moved lately',
    without: 'what moved a moment ago is looked at six hours later',
    patches: [
      patch('shared/tree/place-node.ts', '...(moves && living ? [notePlacement(placed, now)] : []),', ''),
    ],
  },
  {
    name: 'joined-log',
    race: 'joined',
    guard: 'what lapses when a root group becomes a child stands in the log of the group itself',
    without: 'those who lost their profiles cannot see it, nor have it made good',
    patches: [
      patch(
        'shared/tree/place-node.ts',
        'before && (before.parentId === null ? before.id :',
        'before && (before.parentId === null ? undefined :',
      ),
    ],
  },
  {
    name: 'adopted-where-joined',
    race: 'joined',
    guard: 'only a group that is no root any more is adopted',
    without: 'a root adopts what is its own again already',
    patches: [
      patch(
        'shared/pipeline/request-adopt.ts',
        'if (formerRoot.root.id === rootId)',
        'if (formerRoot.root.id < 0)',
      ),
    ],
  },
];
