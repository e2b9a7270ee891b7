import { type Mutant, patch } from '../mutant.ts';

const FAULTS = 'shared/sweep/faults.ts';
const UNDER_WAY = 'shared/sweep/under-way.ts';

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
        'else foreign.push({ project, place, rootId: rootId ?? place.root.id });',
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
        'if (Object.keys(project.state.attachments).some(isGone)) found.push',
        'if (Object.keys(project.state.attachments).every((id) => isGone(id) && id === "")) found.push',
      ),
    ],
  },
  {
    name: 'sweep-leaves-what-is-under-way',
    race: 'stored',
    guard: 'the sweep leaves to a clean-up what the clean-up is about to do',
    without: 'it repairs after every move, and the alarm means nothing',
    patches: [patch(UNDER_WAY, 'return found.filter((one) => !reaches(one));', 'return found;')],
  },
  {
    name: 'sweep-sees-ends-as-under-way',
    race: 'stored',
    guard: 'what ended since the sweep has read the projects counts as under way',
    without: 'it repairs what was done a moment ago, and the alarm means nothing',
    patches: [
      patch(
        UNDER_WAY,
        'return lists.flat().filter(({ endedAt = Infinity }) => endedAt + FUNCTION_CLOCK_SKEW >= since);',
        'return lists.flat().filter(({ endedAt }) => endedAt === undefined && since > -FUNCTION_CLOCK_SKEW);',
      ),
    ],
  },
  {
    name: 'sweep-asks-the-logs-of-the-moves',
    race: 'stored',
    guard:
      'the sweep asks for clean-ups in the logs of the moves, which are not always those of what is held',
    without: 'it repairs what the clean-up of a group that came late is about to take away',
    patches: [
      patch(
        UNDER_WAY,
        '...[project, ...place.groups].flatMap(cleanUpsOf).map((cleanUp) => cleanUp.rootId),',
        '...(place.groups.length < 0 ? [project.id] : []),',
      ),
    ],
  },
  {
    name: 'sweep-leaves-no-more-than-that',
    race: 'stored',
    guard: 'a clean-up that is under way keeps the sweep from its own projects alone',
    without: 'one clean-up that is stuck hides whatever is wrong in its root',
    patches: [
      patch(
        UNDER_WAY,
        'return found.filter((one) => !reaches(one));',
        'return cleanUps.length > 0 ? [] : found.filter((one) => !reaches(one));',
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
