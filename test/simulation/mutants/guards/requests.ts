import { type Mutant, patch } from '../mutant.ts';

const REQUEST = 'shared/pipeline/request.ts';
const REPETITION = 'shared/pipeline/repetition.ts';
const UNDO = 'shared/domain/changes/undo.ts';
const DECIDE = 'shared/domain/changes/decide.ts';
const BATCH = 'shared/pipeline/batch.ts';

/** What is asked for: by whom, once, and with which right; and what goes by earlier operations. */
export const REQUESTS: readonly Mutant[] = [
  {
    name: 'all-or-nothing',
    race: 'access',
    beyondHistories: 'who asks owns everything',
    guard: 'a request is refused unless every one of its targets may be administered',
    without: 'what one may administer is done, and the rest left out',
    patches: [
      patch(
        REQUEST,
        "  if (targets.length < refs.length || !targets.every(mayAdminister)) return { result: 'DENIED' };",
        "  targets.splice(0, targets.length, ...targets.filter(mayAdminister));\n  if (targets.length === 0) return { result: 'DENIED' };",
      ),
    ],
  },
  {
    name: 'known-or-denied',
    race: 'access',
    beyondHistories: 'who asks owns everything',
    guard: 'a target that is not found refuses the request like one that is foreign',
    without: 'an absent target is passed over, and that tells it from a foreign one',
    patches: [patch(REQUEST, 'targets.length < refs.length || ', '')],
  },
  {
    name: 'root-after-access',
    race: 'access',
    beyondHistories: 'who asks owns everything',
    guard: 'whether targets share a root is asked after access to all of them',
    without: 'the answer tells of a foreign project that it exists',
    patches: [
      patch(
        REQUEST,
        "  if (targets.length < refs.length || !targets.every(mayAdminister)) return { result: 'DENIED' };",
        "  if (targets.some(({ root }) => root.id !== targets[0]?.root.id)) return { result: 'DIFFERENT_ROOTS' };\n  if (targets.length < refs.length || !targets.every(mayAdminister)) return { result: 'DENIED' };",
      ),
    ],
  },
  {
    name: 'access-to-the-operation',
    race: 'access',
    beyondHistories: 'who asks owns everything',
    guard: 'who retries, applies, undoes, cancels or adopts may administer the root now',
    without: 'anybody who knows the id of an operation undoes it',
    patches: [
      patch(
        'shared/pipeline/permitted.ts',
        'if (!root || !permissionsOf(root).apply) return undefined;',
        'if (!root) return undefined;',
      ),
    ],
  },
  {
    name: 'changed-under-a-key',
    race: 'repetition',
    guard: 'a changed request under a key that was used is an error',
    without: 'it gets the answer of another request',
    patches: [
      patch(
        REPETITION,
        "if (record.fingerprint !== fingerprint) return { result: 'IDEMPOTENCY_CONFLICT' };",
        '',
      ),
    ],
  },
  {
    name: 'repeated-though-refused',
    race: 'repetition',
    guard: 'a repetition that would be refused by now is answered as before',
    without: 'who lost the answer is told that there is no such profile, and not what became of the request',
    patches: [
      patch(
        'shared/pipeline/repeated.ts',
        "if (claimed?.result !== 'EXISTING') return answer;",
        "if (claimed?.result !== 'EXISTING' || claimed.operation.id !== '') return answer;",
      ),
    ],
  },
  {
    name: 'key-claimed-once',
    race: 'repetition',
    guard: 'a key that was claimed meanwhile refuses the acceptance',
    without: 'two requests at once under one key are both accepted',
    patches: [
      patch(
        'shared/storage/idempotency.ts',
        "condition: 'attribute_not_exists(PK) OR createdAt <= :over'",
        "condition: 'attribute_not_exists(PK) OR createdAt <= :over OR attribute_exists(PK)'",
      ),
    ],
  },
  {
    name: 'changed-since',
    race: 'records',
    guard: 'an undo goes by what the state says of the operation, not by its record alone',
    without: 'it takes away what somebody else has attached since',
    patches: [
      patch(
        UNDO,
        'const theirs = Object.entries(state.attachments).filter(([, attachment]) => isBy(of, attachment));',
        'const theirs = Object.entries(state.attachments).filter(([id, attachment]) => isBy(of, attachment) || subject.given?.did?.made.includes(Number(id)));',
      ),
    ],
  },
  {
    name: 'attached-since',
    race: 'records',
    guard: 'an undo puts back only what is not there again already',
    without: 'it takes over an attachment that somebody else made since',
    patches: [
      patch(
        UNDO,
        'String(profileOfKey(profileId)) === profileId && !(profileId in state.attachments);',
        'String(profileOfKey(profileId)) === profileId;',
      ),
    ],
  },
  {
    name: 'preview-version',
    race: 'records',
    guard: 'a preview is applied only to projects whose state has the version that it saw',
    without: 'a project that was changed since is changed otherwise than was shown',
    patches: [patch(DECIDE, 'given.seen.version !== state.version || ', '')],
  },
  {
    name: 'preview-place',
    race: 'records',
    guard: 'a preview is applied only to projects that have not moved since',
    without: 'a project that came from elsewhere is changed though nobody was shown it there',
    patches: [patch(DECIDE, ' || given.seen.placement < place.version)', ')')],
  },
  {
    name: 'seen-last',
    race: 'records',
    guard: 'where a preview met a project twice, what it saw last is what it said',
    without: 'a project that moved while the preview ran passes for changed since',
    patches: [
      patch(
        'shared/pipeline/given.ts',
        '.toSorted(([, one], [, other]) => one.version - other.version)',
        '.toSorted(([, one], [, other]) => other.version - one.version)',
      ),
    ],
  },
  {
    name: 'preview-writes-nothing',
    race: 'records',
    guard: 'a preview writes nothing to projects',
    without: 'asking what would happen makes it happen',
    patches: [
      patch(
        'shared/pipeline/apply-page.ts',
        'verdict.state === state || operation.dryRun)',
        'verdict.state === state)',
      ),
    ],
  },
  {
    name: 'failed-is-received-again',
    race: 'crash',
    guard: 'a message that fails is reported and received again (batchItemFailures)',
    without: 'an event that met a fault is lost: the project stays where it was',
    patches: [
      patch(
        BATCH,
        '    batchItemFailures.push({ itemIdentifier: messageId });\n  }\n  return { batchItemFailures };',
        '  }\n  return { batchItemFailures };',
      ),
    ],
  },
  {
    name: 'neighbours',
    race: 'poison',
    guard: 'a message that fails does not touch its neighbours',
    without: 'those after it are not begun, and those before it are done again',
    patches: [
      patch(
        BATCH,
        "followed.log.error('message failed', { ...receivesOf(record), ...reasonOf(error) });",
        'throw error;',
      ),
    ],
  },
  {
    name: 'poison-stays',
    race: 'poison',
    beyondHistories: 'no message is malformed',
    guard: 'a message that cannot be understood fails, until it lies in the dead-letter queue',
    without: 'it is consumed, and nobody ever knows',
    patches: [
      patch(
        BATCH,
        "if (parsed.result === 'MALFORMED') await refuse(followed, record, parsed.error);",
        "if (parsed.result === 'MALFORMED') continue;",
      ),
    ],
  },
  {
    name: 'before-the-deadline',
    race: 'timeout',
    beyondHistories: 'no time runs out',
    guard: 'no message is begun when the time is nearly up',
    without: 'the function is killed in the middle, and all its messages fail',
    patches: [patch(BATCH, 'if (env.clock.now() > deadline) {', 'if (env.clock.now() < 0) {')],
  },
  {
    name: 'visit-before-the-deadline',
    race: 'timeout',
    beyondHistories: 'no time runs out',
    guard: 'the walk stops when its share of the time is over, and sends on the rest',
    without: 'a wide tree is walked until the function is killed, again and again',
    patches: [
      patch(
        'functions/attach-worker/visit.ts',
        'if (projectIds.size >= PAGE_SIZE || isTimeUp()) break;',
        'if (projectIds.size >= PAGE_SIZE) break;',
      ),
    ],
  },
];
