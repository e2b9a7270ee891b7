import { type Mutant, patch } from '../mutant.ts';

const RUN_MESSAGE = 'functions/attach-worker/run-message.ts';
const PAGE_RECORDS = 'shared/storage/page-records.ts';

/** Every step of a page can run twice, and after each the worker may die. */
export const PAGES: readonly Mutant[] = [
  {
    name: 'plan-once',
    race: 'crash',
    guard: 'the plan of a page is made once: who comes second takes the first one',
    without: 'two runs of a page have two plans, and what one of them did is in no record',
    patches: [
      patch(
        PAGE_RECORDS,
        "return putNew('plan', pageKey(operationId, pageId), {\n    ...plan,\n    expiresAt: expiryOf(now, RESULTS_LIFETIME),\n  });",
        "const made = putNew('plan', pageKey(operationId, pageId), {\n    ...plan,\n    expiresAt: expiryOf(now, RESULTS_LIFETIME),\n  });\n  return { ...made, item: (TableName) => { const { Put } = made.item(TableName); return { Put: { TableName, Item: Put.Item } }; } };",
      ),
    ],
  },
  {
    name: 'children-opened-with-the-plan',
    race: 'crash',
    guard: 'the pages that go on are opened in the transaction of the plan',
    without: 'their messages find nothing that is to be done, and the operation does not end',
    patches: [patch(RUN_MESSAGE, '    ...opened,\n', '')],
  },
  {
    name: 'made-up-for',
    race: 'paused',
    guard: 'a message that comes again after its page was recorded tells what its earlier run did',
    without: 'what a run did that died after another had recorded the page is in no record',
    patches: [
      patch(
        RUN_MESSAGE,
        'if (operation) await makeUpFor(env, operation, { pageId, requestId: requestOf(message) });',
        'requestOf(message);',
      ),
    ],
  },
  {
    name: 'audit',
    race: 'paused',
    guard: 'a page that was begun more than once is looked at once more when nobody can be at work',
    without:
      'what a run did that died after another had recorded the page, and removed the message, is in no record',
    patches: [patch(RUN_MESSAGE, 'if (isAgain && !operation.dryRun) await', 'if (receives < 0) await')],
  },
  {
    name: 'children-known-before-they-are-sent',
    race: 'unsent',
    guard: 'the pages that go on are known before they are sent',
    without: 'a child that is done before its parent ends the operation',
    patches: [
      patch(RUN_MESSAGE, '    addPagesKnown(operationId, plan.children.length),\n', ''),
      patch(
        RUN_MESSAGE,
        '  return plan;\n}',
        '  await transact(env.table, [addPagesKnown(operationId, plan.children.length)]);\n  return plan;\n}',
      ),
    ],
  },
  {
    name: 'own-effects',
    race: 'crash',
    guard: 'a page that runs again recognises what it did',
    without: 'it reports that there was nothing to do where it had done it',
    patches: [patch('shared/domain/changes/decide.ts', 'if (own) return { state, outcome: own };', '')],
  },
  {
    name: 'own-effects-in-the-end',
    race: 'crash',
    guard: 'who gives up looks whether the write went through all the same',
    without: 'a project is reported as failed that was changed: its reply was lost',
    patches: [
      patch(
        'shared/pipeline/apply-page.ts',
        "own ?? { kind: 'FAILED', code: 'CONFLICT' }, state)",
        "{ kind: 'FAILED', code: 'CONFLICT' }, state)",
      ),
    ],
  },
  {
    name: 'past-decisions',
    race: 'records',
    guard: 'a decision that is replaced is kept beside while its operation runs',
    without: 'what an operation did is overwritten before its page is recorded',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'if (running.has(past.operationId) || running.has(past.removed.operationId))',
        "if (running.has('none'))",
      ),
    ],
  },
  {
    name: 'past-of-the-deleted',
    race: 'records',
    guard: 'what goes since its profile was deleted stays written down while its operation runs',
    without: 'what an operation attached is gone before its page is recorded',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'if (removed && running.has(removed.operationId))',
        "if (removed && running.has('none'))",
      ),
    ],
  },
  {
    name: 'of-another-log',
    race: 'records',
    guard: 'what an operation of another log took away stays written down until that operation is forgotten',
    without: 'it is tidied up before its page is recorded, since nothing of its own root is running',
    patches: [
      patch(
        'shared/domain/changes/decision.ts',
        'if (decision.logId !== undefined && registrations.get(decision.logId)?.some(isTheirs)) return true;',
        'if (decision.logId !== undefined && registrations.size < 0) return [].some(isTheirs);',
      ),
    ],
  },
  {
    name: 'page-done-once',
    race: 'crash',
    guard: 'a page is recorded once, whoever runs it how often',
    without: 'it counts twice among the pages that are done, and the operation ends too early or never',
    patches: [
      patch(
        PAGE_RECORDS,
        "condition: 'attribute_exists(PK) AND attribute_not_exists(doneAt)'",
        "condition: 'attribute_exists(PK)'",
      ),
      patch(
        PAGE_RECORDS,
        "putNew('page', key, { projectIds, children: [], ...attributes })",
        "putNew('page', { ...key, SK: `${key.SK}.${now}` }, { projectIds, children: [], ...attributes })",
      ),
      patch(
        PAGE_RECORDS,
        "return putNew('exceptions', exceptionsKey(operationId, kind, pageId)",
        "return putNew('exceptions', exceptionsKey(operationId, kind, `${pageId}.${now}`)",
      ),
    ],
  },
  {
    name: 'late-records',
    race: 'records',
    guard: 'what a run did to projects of which another run recorded something else is recorded as well',
    without: 'a project is changed and no record tells',
    patches: [
      patch(
        'shared/pipeline/finish.ts',
        'mayHaveActed ? await recordLate(env, page, { outcomes, effects }) : []',
        'mayHaveActed ? [] : []',
      ),
    ],
  },
  {
    name: 'same-token',
    race: 'crash',
    guard: 'a transaction that is sent again after a lost reply finds its own effect',
    without: 'it finds itself refused by itself',
    patches: [
      patch(
        'shared/storage/write.ts',
        'TransactItems, ClientRequestToken: randomUUID()',
        'TransactItems, ClientRequestToken: undefined && randomUUID()',
      ),
    ],
  },
];
