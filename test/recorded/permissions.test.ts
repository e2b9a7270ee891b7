import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName, QUEUES } from '../../shared/names.ts';
import { CALLS_DIRECTORY } from '../e2e/support/calls/recording.ts';
import { grants } from '../infra/support/grants.ts';
import { allows, arnOf, statementsOf } from '../infra/support/policy.ts';
import { synthesise } from '../infra/support/stack.ts';

const stack = synthesise();
const callSchema = z.object({ action: z.string(), resource: z.string() });
type Call = z.infer<typeof callSchema>;

/** What the functions asked of AWS while the end-to-end tests ran: this project comes after them. */
async function recordedCalls(): Promise<ReadonlyMap<string, readonly Call[]>> {
  const files = await readdir(CALLS_DIRECTORY).catch(() => []);
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, Call[]]> => {
        const text = await readFile(join(CALLS_DIRECTORY, file), 'utf8');
        const lines = [...new Set(text.split('\n').filter((line) => line !== ''))];
        return [basename(file, '.ndjson'), lines.map((line) => callSchema.parse(JSON.parse(line)))];
      }),
    ),
  );
}

/** A resource by what it is called on this machine: its tag, its name, or its logical id with that of the stack in front. */
function named(local: string): { readonly key: string; readonly arn: string } {
  const found = stack.resources.find(({ name, logicalId, properties }) =>
    [name, properties['Name'], `ScanProfiles-${logicalId}`].includes(local),
  );
  if (!found) throw new Error(`${local} is no resource of the stack`);
  return { key: found.name ?? found.type, arn: arnOf(found) };
}

interface Reason {
  readonly actions: RegExp;
  readonly of: readonly FunctionName[];
  readonly because: string;
}

/** Rights that are granted although no call of the end-to-end tests needs them, or not always. */
const UNUSED: readonly Reason[] = [
  {
    actions: /^logs:(CreateLogStream|PutLogEvents)$/,
    of: FUNCTIONS,
    because: 'AWS Lambda writes the log with the role of the function.',
  },
  {
    actions: /^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|ChangeMessageVisibility|GetQueueUrl)$/,
    of: Object.values(QUEUES),
    because:
      'AWS Lambda polls the queue of a worker with the role of the function; the CDK grants it as one.',
  },
  {
    actions: /^dynamodb:ConditionCheckItem$/,
    of: ['cleanup-worker'],
    because: 'For a node that moves while an operation runs: test/integration/pipeline/follow-up.test.ts.',
  },
  {
    actions: /^(dynamodb:(GetItem|UpdateItem|DeleteItem)|sqs:SendMessage)$/,
    of: ['janitor'],
    because:
      'It acts where somebody died, or an hour after the end: test/integration/pipeline/janitor.test.ts and crashes.test.ts.',
  },
];

const recorded = await recordedCalls();

describe('what functions did in the end-to-end tests', () => {
  it('was recorded: run these tests after them, npx vitest run --project e2e --project recorded', () => {
    expect([...recorded.keys()].toSorted()).toEqual([...FUNCTIONS].toSorted());
  });

  it.each(FUNCTIONS)('%s may do by its role', (name) => {
    const statements = statementsOf(stack, name);
    const refused = (recorded.get(name) ?? []).filter(
      ({ action, resource }) => !allows(statements, action, named(resource).arn),
    );
    expect(refused).toEqual([]);
  });

  it.each(FUNCTIONS)('is all that %s may do, or there is a reason', (name) => {
    const used = new Set(
      (recorded.get(name) ?? []).map(({ action, resource }) => `${action} ${named(resource).key}`),
    );
    const unused = Object.entries(grants(stack, name))
      .flatMap(([key, actions]) => actions.map((action) => ({ action, key })))
      .filter(({ action, key }) => !used.has(`${action} ${key}`))
      .filter(({ action }) => !UNUSED.some(({ actions, of }) => of.includes(name) && actions.test(action)));
    expect(unused).toEqual([]);
  });
});
