import { type Mutant, patch } from '../mutant.ts';

const HAND_OVER = 'shared/tree/hand-over.ts';

/** A node that moves, is renamed or created while operations run. */
export const HAND_OVERS: readonly Mutant[] = [
  {
    name: 'hand-over',
    race: 'handOver',
    guard: 'a node that was placed is handed to every operation whose target contains its place',
    without: 'a project that moves behind the walk is left out',
    patches: [patch('shared/tree/apply-event.ts', '...(await handOver(env, node))', '')],
  },
  {
    name: 'hand-over-of-what-left',
    race: 'handOver',
    guard: 'with a node that leaves before its clean-up that re-home gets a page for it',
    without: 'the re-home ends without it, and what somebody else then does in its name is in no record',
    patches: [
      patch('shared/tree/place-node.ts', '...(await pagesInCleanUps(env, left?.groups ?? [], placed)),', ''),
    ],
  },
  {
    name: 'earlier-clean-ups',
    race: 'handOver',
    guard: 'a node remembers more than one clean-up that it left behind',
    without: 'what a re-home did in passing is in no record, for the node has gone to a third root',
    patches: [
      patch(
        'shared/domain/node.ts',
        'return transfer ? [transfer, ...(transfer.earlier ?? [])] : [];',
        'return transfer ? [transfer] : [];',
      ),
    ],
  },
  {
    name: 'follow-up',
    race: 'handOver',
    guard: 'where the operation ended meanwhile, another completes it, with its number',
    without: 'a project that was in the target is left out, for its event came a moment late',
    patches: [
      patch(
        HAND_OVER,
        'if (hasEnded(operation)) return followUp(env, operation, node);',
        'if (hasEnded(operation)) return [];',
      ),
      patch(
        HAND_OVER,
        'if (current && hasEnded(current)) return followUp(env, current, node);',
        'if (current && hasEnded(current)) return [];',
      ),
    ],
  },
  {
    name: 'follow-up-once-refused',
    race: 'handOver',
    guard: 'an operation that ends while a node is handed to it is completed by another',
    without: 'the node is refused by the operation that ends, and nobody else takes it',
    patches: [
      patch(
        HAND_OVER,
        'if (current && hasEnded(current)) return followUp(env, current, node);',
        'if (current && hasEnded(current)) return [];',
      ),
    ],
  },
  {
    name: 'missed-nothing',
    race: 'handOver',
    guard: 'an operation that ended before the change is not handed the node',
    without: 'a project gets a profile because it came to a group after the attach had ended',
    patches: [
      patch(HAND_OVER, 'if ((registration.endedAt ?? Infinity) + FUNCTION_CLOCK_SKEW < since) continue;', ''),
      patch(
        HAND_OVER,
        ' || (ended.finishedAt ?? 0) + FUNCTION_CLOCK_SKEW < since) return [];',
        ') return [];',
      ),
    ],
  },
  {
    name: 'unsettled-since',
    race: 'handOver',
    guard: 'a node that changes again before operations were told is told of from the first change on',
    without: 'an operation that ended between two changes of a node takes it for one that came after its end',
    patches: [
      patch(
        'shared/tree/place-node.ts',
        'unsettledSince: living?.unsettledSince ?? now,',
        'unsettledSince: now,',
      ),
    ],
  },
  {
    name: 'previews-are-told',
    race: 'handOver',
    guard: 'a preview, too, gets what comes into its target while it runs',
    without: 'what is applied is less than was in the target',
    patches: [
      patch(
        HAND_OVER,
        'if ((registration.endedAt ?? Infinity)',
        'if (registration.dryRun === true || (registration.endedAt ?? Infinity)',
      ),
    ],
  },
  {
    name: 'handed-over-twice',
    race: 'handOver',
    guard: 'a change that was handed over and done is not handed over again',
    without: 'an event that comes twice opens a page that cannot be done twice: the operation does not end',
    patches: [
      patch(
        HAND_OVER,
        `    isNotDone(page),
`,
        '',
      ),
    ],
  },
  {
    name: 'hand-over-counted',
    race: 'handOver',
    guard: 'a page that is handed over counts among the pages that are known',
    without: 'the operation ends before that page is done',
    patches: [patch(HAND_OVER, 'addPagesKnown(operationId, 1, 1),', 'addPagesKnown(operationId, 0, 1),')],
  },
  {
    name: 'handed-to-the-old-root',
    race: 'handOver',
    guard: 'a node is handed to the operations of the roots that it, and what is above it, came from',
    without: 'a project that moves while its group is re-homed is forgotten',
    patches: [
      patch(
        HAND_OVER,
        '[root.id, ...[node, ...above].flatMap(cleanUpsOf).map(({ rootId }) => rootId)]',
        '[root.id]',
      ),
    ],
  },
  {
    name: 'handed-to-all-old-roots',
    race: 'handOver',
    guard: 'and to those of the roots that it came from before that',
    without: 'a project that moves while its group, which was moved twice, is re-homed is forgotten',
    patches: [
      patch(
        HAND_OVER,
        '[node, ...above].flatMap(cleanUpsOf).map',
        '[node, ...above].flatMap((one) => cleanUpsOf(one).slice(0, 1)).map',
      ),
    ],
  },
  {
    name: 'completed-once',
    race: 'handOver',
    guard: 'what completes an operation because of a change is not completed because of the same change',
    without: 'every further time that the event comes there is one operation more',
    patches: [
      patch(
        HAND_OVER,
        'operation.followUpOf !== undefined && operation.id.endsWith(suffixOf(node))',
        'operation.id === suffixOf(node)',
      ),
    ],
  },
  {
    name: 'hand-over-after-a-crash',
    race: 'handOver',
    guard: 'an event that finds its node placed already hands it over all the same',
    without: 'a worker that dies after the move has nobody to hand the node over',
    patches: [
      patch(
        'shared/tree/apply-event.ts',
        "if ('node' in placed && placed.node.unsettledSince !== undefined)",
        "if (placed.result === 'PLACED')",
      ),
    ],
  },
  {
    name: 'stopped-is-not-completed',
    race: 'paused',
    guard: 'an operation that was stopped is handed nothing and completed by nothing',
    without: 'what was cancelled goes on under another name',
    patches: [
      patch(HAND_OVER, 'if (operation.stop) return [];', ''),
      patch(HAND_OVER, 'ended.stop || (ended.finishedAt', '(ended.finishedAt'),
    ],
  },
];
