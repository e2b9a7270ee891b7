import { type Mutant, patch } from '../mutant.ts';

const ATTACH = 'shared/domain/changes/attach.ts';
const DETACH = 'shared/domain/changes/detach.ts';
const DECISION = 'shared/domain/changes/decision.ts';

/** The last accepted one wins, and never more than ten. */
export const ORDER: readonly Mutant[] = [
  {
    name: 'limit-of-ten',
    race: 'limit',
    guard: 'an attach is refused where ten are held',
    without: 'a project holds eleven',
    patches: [patch(ATTACH, '.length >= MAXIMUM_PROFILES)', '.length >= 4 * MAXIMUM_PROFILES)')],
  },
  {
    name: 'limit-of-an-undo',
    race: 'limit',
    guard: 'what an undo brings back comes only where ten are not exceeded',
    without: 'a project holds eleven after an undo',
    patches: [
      patch(
        'shared/domain/changes/undo.ts',
        'if (comes.length > 0 && held > MAXIMUM_PROFILES)',
        'if (held < 0)',
      ),
    ],
  },
  {
    name: 'limit-of-an-adoption',
    race: 'limit',
    guard: 'what an adoption makes again comes only where ten are not exceeded',
    without: 'a project holds eleven after an adoption',
    patches: [
      patch(
        'shared/domain/changes/adopt.ts',
        '+ open.length > MAXIMUM_PROFILES)',
        '+ open.length > 4 * MAXIMUM_PROFILES)',
      ),
    ],
  },
  {
    name: 'targets-once',
    race: 'limit',
    guard: 'a target that is named twice is one target',
    without: 'it is visited and recorded twice',
    patches: [
      patch('shared/pipeline/request.ts', '[...new Set(request.projectIds)]', '[...request.projectIds]'),
      patch('shared/pipeline/request.ts', '[...new Set(request.groupIds)]', '[...request.groupIds]'),
    ],
  },
  {
    name: 'distinct-totals',
    race: 'limit',
    guard: 'the totals at the end count each project once, whichever of the pages it stands in',
    without: 'a project that moved while the operation ran counts twice',
    patches: [patch('shared/pipeline/finish.ts', 'operation.pagesKnown === 1', 'operation.pagesKnown > 0')],
  },
  {
    name: 'late-attach',
    race: 'crossing',
    guard: 'an attach gives way to what was accepted later about its profile',
    without: 'an attach that comes late puts back what a later detach took away',
    patches: [
      patch(
        ATTACH,
        'const isLate = latest(state, [key]) > sequence;',
        'const isLate = latest(state, [key]) < 0;',
      ),
    ],
  },
  {
    name: 'late-detach',
    race: 'crossing',
    guard: 'a detach gives way to what was accepted later about its profile',
    without: 'a detach that comes late takes away what a later attach put there',
    patches: [
      patch(
        DETACH,
        'if (latest(state, [key]) > context.operation.sequence) {',
        'if (latest(state, [key]) < 0) {',
      ),
    ],
  },
  {
    name: 'late-rival',
    race: 'crossing',
    guard: 'a SET takes away only rivals that were attached before it was accepted',
    without: 'a SET that comes late takes away what a later APPEND put beside it',
    patches: [
      patch(
        ATTACH,
        '(profileId) => latest(state, [profileId]) < context.operation.sequence,',
        '(profileId) => latest(state, [profileId]) >= 0,',
      ),
    ],
  },
  {
    name: 'late-append',
    race: 'crossing',
    guard: 'an attach gives way to a SET of its scan type that was accepted later',
    without: 'a late APPEND stands beside the profile of a later SET',
    patches: [
      patch(
        ATTACH,
        'if (latest(state, [scanTypeKey(rootId, change.scanType)]) > sequence) return { state, outcome: SUPERSEDED };',
        '',
      ),
    ],
  },
  {
    name: 'number-of-the-type',
    race: 'crossing',
    guard: 'a SET leaves its number for the scan type where an older attach may still come',
    without: 'an APPEND that was accepted before the SET and comes after it stays',
    patches: [
      patch(ATTACH, '? withNumber(state, key, context, superseded)\n    : state;', '? state\n    : state;'),
    ],
  },
  {
    name: 'number-of-a-needless-detach',
    race: 'crossing',
    guard: 'a detach that finds nothing leaves its number where an older attach may still come',
    without: 'an attach that was accepted before the detach and comes after it stays',
    patches: [
      patch(
        DETACH,
        'isContested(state, key, context, wouldAttach) ? withNumber(state, key, context) : state',
        'isContested(state, key, context, wouldAttach) ? state : state',
      ),
    ],
  },
  {
    name: 'number-of-a-needless-attach',
    race: 'crossing',
    guard: 'an attach that finds its profile there leaves its number where an older detach may still come',
    without: 'a detach that was accepted before the attach and comes after it takes the profile away',
    patches: [
      patch(
        ATTACH,
        'return isContested(state, key, context, wouldRemove) ? withNumber(state, key, context) : state;',
        'return isContested(state, key, context, wouldRemove) ? state : state;',
      ),
    ],
  },
  {
    name: 'contested-by-undo',
    race: 'crossing',
    guard: 'an undo or adoption that may still come counts as one that decides otherwise',
    without: 'an undo that was accepted earlier and comes later decides against the later request',
    patches: [
      patch(
        DECISION,
        "(change.kind === 'UNDO' || change.kind === 'ADOPT' || differs(change))",
        'differs(change)',
      ),
    ],
  },
  {
    name: 'late-undo',
    race: 'crossing',
    guard: 'an undo leaves alone what was decided by something accepted later',
    without: 'an undo that comes late takes back what a later request wanted',
    patches: [
      patch(
        'shared/domain/changes/undo.ts',
        'latest(state, keys) > sequence;',
        'latest(state, keys) > 4 * sequence + 1_000;',
      ),
    ],
  },
  {
    name: 'decided-number',
    race: 'crossing',
    guard: 'what took a profile away leaves its number',
    without: 'an older attach that comes after the detach puts the profile back',
    patches: [
      patch(
        DECISION,
        '...keys.flatMap((key) => [state.attachments[key]?.seq ?? 0, state.decided[key]?.seq ?? 0]),',
        '...keys.map((key) => state.attachments[key]?.seq ?? 0),',
      ),
    ],
  },
  {
    name: 'newest-only',
    race: 'crossing',
    guard: 'a request is taken for one that is running only if nothing was accepted after that',
    without: 'who asks again for what another has taken back since is told that it is being done',
    patches: [
      patch(
        'shared/pipeline/repetition.ts',
        'running.filter(({ sequence }) => sequence === newest)',
        'running.filter(({ sequence }) => sequence <= newest)',
      ),
    ],
  },
  {
    name: 'numbers-survive-a-move',
    race: 'crossing',
    guard: 'what was decided about a project stays when it changes its root',
    without:
      'an older attach finds nothing against it once the project is back, and puts back what was taken away',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'const decided = keptBeside(state.decided, Object.keys(state.attachments), context);\n  for (const [profileId, removed] of Object.entries(state.attachments)) {',
        'const decided = keptBeside({}, Object.keys(state.attachments), context);\n  for (const [profileId, removed] of Object.entries(state.attachments)) {',
      ),
    ],
  },
  {
    name: 'pruning-rule',
    race: 'paused',
    guard: 'a decision goes only when every older operation of its root has ended for an hour',
    without: 'a decision is forgotten while an older operation is still on its way',
    patches: [
      patch(
        DECISION,
        'return registered === undefined || registered.some((other) => other.sequence <= decision.seq);',
        'return registered === undefined;',
      ),
    ],
  },
  {
    name: 'kept-an-hour',
    race: 'paused',
    guard: 'what has ended stays registered for an hour',
    without: 'a worker that was paused finds the decision that it comes too late for forgotten',
    patches: [
      patch(
        'shared/storage/registrations.ts',
        'endedAt === undefined || endedAt > now - REGISTERED_AFTER_END',
        'endedAt === undefined',
      ),
    ],
  },
];
