import { deepEqual } from 'node:assert/strict';
import * as z from 'zod';
import { type Scenario, scenario, type Stage } from './stage.ts';

const keys = z.array(z.record(z.string(), z.unknown()));
const batchRead = z.object({ RequestItems: z.record(z.string(), z.looseObject({ Keys: keys })) });
const batchWrite = z.object({ Statements: z.array(z.unknown()) });

/** What the table does with one call: of `input` it does what it answers with, and adds to the answer what it left. */
type Part = (
  input: unknown,
) => { readonly input: object; readonly added: (output: object) => object } | undefined;

/** Runs `work` on a table that does such calls in part, once. Throws if there was no such call. */
async function inPart(
  stage: Stage,
  command: string,
  part: Part,
  work: () => Promise<unknown>,
): Promise<void> {
  const { client } = stage.env.table;
  const done: string[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isOurs = done.length === 0 && commandName === command;
        const halved = isOurs ? part(args.input) : undefined;
        if (!halved) return next(args);
        done.push(command);
        const answer = await next({ ...args, input: halved.input });
        return { ...answer, output: { ...answer.output, ...halved.added(answer.output) } };
      },
    { name: 'inPart', step: 'initialize', priority: 'high' },
  );
  await work();
  client.middlewareStack.remove('inPart');
  if (done.length === 0) throw new Error(`there was no ${command} to be done in part`);
}

/** What the table does only in part. */
export const TABLE: readonly Scenario[] = [
  scenario(['batch-half-done'], 'what was throttled in a batch is written again', async (stage) => {
    const [id = 0] = await stage.profiles(1, 1);
    const firstOnly: Part = (input) => {
      const { Statements } = batchWrite.parse(input);
      if (Statements.length < 2) return undefined;
      const left = Statements.slice(1).map(() => ({ Error: { Code: 'ThrottlingError' } }));
      return { input: { Statements: Statements.slice(0, 1) }, added: () => ({ Responses: [{}, ...left] }) };
    };
    await inPart(stage, 'BatchExecuteStatementCommand', firstOnly, () =>
      stage.accepted({ projectIds: [11, 12], profile: { id } }),
    );
    deepEqual([await stage.held(11), await stage.held(12)], [[id], [id]]);
  }),
  scenario(['unprocessed-keys'], 'what a batch left unread is read', async (stage) => {
    const [id = 0] = await stage.profiles(1, 1);
    const projectsInTwo: Part = (input) => {
      const [named] = Object.entries(batchRead.parse(input).RequestItems);
      if (!named) return undefined;
      const [name, request] = named;
      const [first, ...left] = request.Keys;
      if (left.length === 0 || !String(first?.['PK']).startsWith('PROJECT#')) return undefined;
      return {
        input: { RequestItems: { [name]: { ...request, Keys: [first] } } },
        added: () => ({ UnprocessedKeys: { [name]: { Keys: left } } }),
      };
    };
    await inPart(stage, 'BatchGetItemCommand', projectsInTwo, async () => {
      await stage.accepted({ groupIds: [2], profile: { id } });
      await stage.drain();
    });
    deepEqual([await stage.held(11), await stage.held(12)], [[id], [id]]);
  }),
];
