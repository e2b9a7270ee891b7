import { type Mutant, patch } from '../mutant.ts';

const ACCEPT = 'shared/pipeline/accept.ts';
const PLACE_NODE = 'shared/tree/place-node.ts';
const HAND_OVER = 'shared/tree/hand-over.ts';
const DELETE_PROFILE = 'shared/pipeline/profiles/delete-profile.ts';

const ACCEPTED =
  "    if (written.result === 'WRITTEN') return { result: 'ACCEPTED', acceptance: accepted, settled };";
const NUMBER_OF_THE_MOVE = 'drawSequence(rehome.operation.rootId, rehome.operation.sequence)';
const MOVED = "  const { result } = await transact(env.table, pieces);\n  return result === 'WRITTEN' ?";

/** What is written in one transaction, so that nobody dies, and nobody comes, between one part of it and another. */
export const TOGETHER: readonly Mutant[] = [
  {
    name: 'rehome-in-the-move',
    race: 'transfer',
    guard: 'the re-home is accepted in the transaction of the move',
    without: 'who dies between the two leaves a move that nobody cleans up after',
    patches: [
      patch(PLACE_NODE, `...(rehome ? [${NUMBER_OF_THE_MOVE}, ...rehome.pieces] : []),`, ''),
      patch(
        PLACE_NODE,
        MOVED,
        `  const { result } = await transact(env.table, pieces);\n  if (result === 'WRITTEN' && rehome) await transact(env.table, [${NUMBER_OF_THE_MOVE}, ...rehome.pieces]);\n  return result === 'WRITTEN' ?`,
      ),
    ],
  },
  {
    name: 'sequence-in-the-acceptance',
    race: 'crossing',
    guard: 'the sequence number is drawn in the transaction of the acceptance',
    without:
      'who was drawn later is done before the other is there, and leaves no number: the older one comes last',
    patches: [
      patch(ACCEPT, '      drawSequence(request.rootId, before + 1),\n', ''),
      patch(
        ACCEPT,
        '    const accepted = acceptance(request,',
        "    const drawn = await transact(env.table, [drawSequence(request.rootId, before + 1)]);\n    if (drawn.result === 'REFUSED') return undefined;\n    const accepted = acceptance(request,",
      ),
    ],
  },
  {
    name: 'sequence-drawn-once',
    race: 'crossing',
    guard: 'a sequence number is drawn only if nobody drew it since it was read',
    without: 'two requests at once get one number, and neither is the later one',
    patches: [
      patch(
        'shared/storage/operations.ts',
        "sequence === 1 ? 'attribute_not_exists(PK)' : 'n = :before',",
        "sequence === 1 ? 'attribute_not_exists(PK) OR attribute_exists(PK)' : 'n = :before OR n > :before',",
      ),
    ],
  },
  {
    name: 'open-items',
    race: 'unsent',
    guard: 'what was accepted is open in the transaction of its acceptance',
    without: 'who dies between the two has accepted what nobody knows of',
    patches: [
      patch(ACCEPT, '...[...pages, end].map(openPage),', 'openPage(end),'),
      patch(
        ACCEPT,
        ACCEPTED,
        `    if (written.result === 'WRITTEN' && accepted.pages.length > 0) await transact(env.table, accepted.pages.map(openPage));\n${ACCEPTED}`,
      ),
      patch(
        PLACE_NODE,
        MOVED,
        "  const { result } = await transact(env.table, pieces);\n  if (result === 'WRITTEN' && rehome) await transact(env.table, rehome.pages.map(openPage));\n  return result === 'WRITTEN' ?",
      ),
      patch(
        PLACE_NODE,
        'import { notePlacement }',
        "import { openPage } from '../storage/pages.ts';\nimport { notePlacement }",
      ),
      patch(
        HAND_OVER,
        "  env.log.info('operation completed by another', {",
        "  await transact(env.table, next.pages.map(openPage));\n  env.log.info('operation completed by another', {",
      ),
    ],
  },
  {
    name: 'idempotency-in-the-acceptance',
    race: 'repetition',
    guard: 'the idempotency key is claimed in the transaction of the acceptance',
    without:
      'a request whose function dies between the two is done once more when it is repeated under its key',
    patches: [
      patch(ACCEPT, '      ...claimOf(request.actor, idempotency, request.id, now),\n', ''),
      patch(
        ACCEPT,
        ACCEPTED,
        `    const claim = claimOf(request.actor, idempotency, request.id, now);\n    if (written.result === 'WRITTEN' && claim.length > 0) await transact(env.table, claim);\n${ACCEPTED}`,
      ),
    ],
  },
  {
    name: 'deletion-in-the-acceptance',
    race: 'deletion',
    guard: 'the profile is DELETING with the transaction that accepts its deletion',
    without: 'who dies between the two leaves an operation that deletes a profile which nobody has hidden',
    patches: [
      patch(
        DELETE_PROFILE,
        'besides: dryRun ? [] : [...beginDeletion(profile), ...expiry]',
        'besides: dryRun ? [] : expiry',
      ),
      patch(
        DELETE_PROFILE,
        '    switch (launched.result) {',
        "    if (launched.result === 'ACCEPTED' && !dryRun) await transact(env.table, beginDeletion(profile));\n    switch (launched.result) {",
      ),
      patch(
        DELETE_PROFILE,
        'import { expectedOf, listRecent }',
        "import { transact } from '../../storage/write.ts';\nimport { expectedOf, listRecent }",
      ),
    ],
  },
];
