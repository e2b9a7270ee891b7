import { type Mutant, patch } from '../mutant.ts';

const ANNOUNCE = 'shared/pipeline/announce.ts';
const RUN_MESSAGE = 'functions/attach-worker/run-message.ts';
const DECIDE = 'shared/domain/changes/decide.ts';
const FINISH = 'shared/pipeline/finish.ts';
const LOOK_AFTER = 'functions/janitor/look-after.ts';
const PROGRESS = 'shared/storage/operation-progress.ts';

/** What was accepted ends, and what has ended does nothing more. */
export const ENDINGS: readonly Mutant[] = [
  {
    name: 'end-when-all-is-done',
    race: 'unsent',
    guard: 'an operation ends when as many pages are done as are known',
    without: 'it ends with the first page',
    patches: [
      patch(FINISH, '|| operation.pagesDone < operation.pagesKnown)', ')'),
      patch(PROGRESS, ' AND pagesKnown = :known AND pagesDone = :known AND', ' AND pagesKnown = :known AND'),
    ],
  },
  {
    name: 'end-by-a-condition',
    race: 'unsent',
    guard: 'the end is written only if no page became known since the operation was read',
    without: 'it ends while a node that moved is handed to it',
    patches: [
      patch(
        PROGRESS,
        ' AND pagesKnown = :known AND pagesDone = :known AND',
        ' AND (pagesKnown = :known OR attribute_exists(PK)) AND',
      ),
    ],
  },
  {
    name: 'janitor-sends-again',
    race: 'unsent',
    guard: 'the janitor sends again what stays open',
    without: 'what was accepted and not sent is never done',
    patches: [patch(LOOK_AFTER, '  else await sendAgain(env, operation, page);\n}', '}')],
  },
  {
    name: 'janitor-claims',
    race: 'unsent',
    guard: 'the janitor claims a page before it sends it, and counts how often',
    without: 'what is sent in vain is sent every minute for ever, without an alarm',
    patches: [
      patch(
        LOOK_AFTER,
        'const { result } = await transact(env.table, [markSent(page, env.clock.now())]);',
        'const { result } = { result: String(markSent(page, 0).name) };',
      ),
    ],
  },
  {
    name: 'janitor-ends',
    race: 'unsent',
    guard: 'the janitor ends operations whose last worker died before it could',
    without: 'an operation all of whose pages are done runs for ever',
    patches: [
      patch(
        LOOK_AFTER,
        'const operation = await endIfDone(env, page.operationId);',
        'const operation = await readOperation(env.table, page.operationId);',
      ),
    ],
  },
  {
    name: 'end-announced',
    race: 'unsent',
    guard: 'the janitor sends the end again until it is announced',
    without: 'nobody is told of the end of an operation whose last worker died after it',
    patches: [
      patch(
        LOOK_AFTER,
        'else if (!isEndAnnounced(operation, page)) await',
        'else if (page.since < finishedAt) await',
      ),
    ],
  },
  {
    name: 'published-before-it-is-closed',
    race: 'crash',
    guard: 'a page stays open until what it did is published',
    without: 'nobody is told of what a worker did that died in between',
    patches: [
      patch(
        ANNOUNCE,
        '  if (entries.length > 0) await env.events.publish(entries);\n  await transact(env.table, settled);',
        '  await transact(env.table, settled);\n  if (entries.length > 0) await env.events.publish(entries);',
      ),
    ],
  },
  {
    name: 'published-before-it-is-put-off',
    race: 'crash',
    guard: 'the end of an operation is due until it is published',
    without: 'nobody is told of the end if the worker dies in between',
    patches: [
      patch(
        ANNOUNCE,
        '  if (entries.length > 0) await env.events.publish(entries);\n',
        '  if (pages.at(-1)?.pageId === END_PAGE) await transact(env.table, settled.slice(-1));\n  if (entries.length > 0) await env.events.publish(entries);\n',
      ),
    ],
  },
  {
    name: 'nothing-left-to-do',
    race: 'paused',
    guard: 'a message of a page that is not open, or of an operation that has ended, has no effect',
    without: 'a message that comes late does its page again',
    patches: [
      patch(
        RUN_MESSAGE,
        '  const { page, operation, record } = await',
        '  const { page: open, operation, record } = await',
      ),
      patch(
        RUN_MESSAGE,
        "  if (page && operation && ('announce'",
        "  const page = open ?? (operation && { operationId, pageId, rootId: operation.rootId, since: 0, resends: 0, start: pageId === 'P' || pageId.startsWith('H.project') ? { projectIds: pageId === 'P' ? operation.projectIds : [Number(pageId.split(/[:.]/)[2])] } : { frontier: [] } });\n  if (open && operation && ('announce'",
      ),
      patch(
        RUN_MESSAGE,
        'if (!page || !operation || hasEnded(operation)) {',
        "if (!page || !operation || pageId === 'END') {",
      ),
    ],
  },
  {
    name: 'end-as-it-was-read',
    race: 'paused',
    guard: 'the end is written only if nobody stopped the operation since it was read',
    without: 'what was cancelled is said to have succeeded',
    patches: [
      patch(PROGRESS, ' AND ${stopped}(#stop)`', ' AND (${stopped}(#stop) OR attribute_exists(#stop))`'),
    ],
  },
  {
    name: 'cancel-sends-again',
    race: 'paused',
    guard: 'a cancellation sends again what is open, however often it was sent',
    without: 'an operation that is stalled and cancelled does not end',
    patches: [
      patch(
        'shared/pipeline/request-cancel.ts',
        '  for (const page of pages) await transact(env.table, [markSent({ ...page, resends: -1 }, now)]);\n  await sendOrLeave(env, pages, { again: true });\n',
        "  if (now < 0) await sendOrLeave(env, pages.filter((page) => markSent(page, now).name === ''));\n",
      ),
    ],
  },
  {
    name: 'cancel-mark',
    race: 'paused',
    guard: 'a project that a stopped operation did not come to is marked',
    without: 'a run that does not know of the stop changes it after it was recorded as cancelled',
    patches: [
      patch(
        DECIDE,
        'if (stop) return cancelled(state, context);',
        "if (stop) return { state, outcome: { kind: 'SKIPPED', code: 'CANCELLED' } };",
      ),
    ],
  },
  {
    name: 'stop-stops',
    race: 'paused',
    guard: 'of an operation that was stopped nothing more is done',
    without: 'a cancelled operation goes on to its end',
    patches: [patch(DECIDE, 'if (stop) return cancelled(state, context);', '')],
  },
];
