import { describe, expect, it } from 'vitest';
import type { AttachmentRequest } from '../../../shared/pipeline/request.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, type Fault, injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold, subgroups } from '../../support/flat-group.ts';
import { expectTruth, heldByAll, recordsOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { type QueuedMessage, testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');

/**
 * Of group 2: before the operation that is undone 21 holds the rival, 22 nothing and 23 the target; then all hold that. 24
 * comes after it, and holds nothing.
 */
const PROJECTS = [21, 22, 23, 24];
const TARGET = { profile: { id: 1 }, groupIds: [2] };
const RIVAL = { profile: { id: 2 }, groupIds: [2] };

async function newWorld(): Promise<{ readonly w: World; readonly earlier: string }> {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await subgroups(w.env.table, [1], [2]);
  await flatGroup(w.env.table, [2, 1], PROJECTS.slice(0, 3));
  await customProfiles(w.env.table, 1, 2);
  await letHold(w.env.table, 1, [21], [2]);
  await letHold(w.env.table, 1, [23], [1]);
  const { id } = await w.accepted({ ...TARGET, mode: 'SET' });
  await w.drain();
  await flatGroup(w.env.table, [2, 1], PROJECTS.slice(3));
  return { w, earlier: id };
}

const REQUESTS = {
  'an attach': { ...TARGET, mode: 'APPEND' },
  'an attach that replaces': { ...RIVAL, mode: 'SET' },
  'a detach': { ...TARGET, kind: 'DETACH' },
  'an undo': 'UNDO',
} as const satisfies Record<string, Partial<AttachmentRequest> | 'UNDO'>;
type Name = keyof typeof REQUESTS;
const NAMES = ['an attach', 'an attach that replaces', 'a detach', 'an undo'] as const;
const PAIRS = NAMES.flatMap((first) =>
  NAMES.filter((second) => second !== first).map((second) => [first, second] as const),
);

/** Accepts one of them. Answers its id and takes its messages out of the queue. */
async function accept(
  w: World,
  name: Name,
  earlier: string,
): Promise<{ readonly id: string; readonly messages: readonly QueuedMessage[] }> {
  const request: Partial<AttachmentRequest> | 'UNDO' = REQUESTS[name];
  const answer = request === 'UNDO' ? await w.undo(earlier) : await w.request(request);
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return { id: answer.operation.id, messages: w.env.attachQueue.messages.splice(0) };
}

type Messages = readonly QueuedMessage[];

async function deliver(w: World, messages: Messages): Promise<void> {
  w.env.attachQueue.messages.push(...messages);
  await w.drain();
}

/** Delivers with a fault at the first write of projects, if it comes to that. */
async function deliverWith(w: World, messages: Messages, fault: Fault): Promise<void> {
  let due = true;
  const faults = injectFaults(w.env.table, (command) => {
    if (!due || command !== 'BatchExecuteStatementCommand') return undefined;
    due = false;
    return fault;
  });
  try {
    await deliver(w, messages);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  faults.stop();
}

const DEATH: Fault = {
  after: () => {
    throw new Crash('the function dies here');
  },
};

/** What may happen to the messages of two operations, of which the first was accepted first. */
const DELIVERIES: Record<string, (w: World, first: Messages, second: Messages) => Promise<void>> = {
  'come in reverse': async (w, first, second) => {
    await deliver(w, second);
    await deliver(w, first);
  },
  'come in order, the first worker dying once it has written': async (w, first, second) => {
    await deliverWith(w, first, DEATH);
    await deliver(w, second);
    await deliver(w, first);
  },
  'come in reverse, the first worker dying once it has written': async (w, first, second) => {
    await deliverWith(w, second, DEATH);
    await deliver(w, first);
    await deliver(w, second);
  },
  'come in order, the first worker paused before it writes': async (w, first, second) => {
    await deliverWith(w, first, { before: async () => deliver(w, second) });
    await deliver(w, second);
  },
  'come in reverse, the first worker paused before it writes': async (w, first, second) => {
    await deliverWith(w, second, { before: async () => deliver(w, first) });
    await deliver(w, first);
  },
};

/** How often each project has got each profile, less how often it was taken away, by the records of operations. */
async function balance(w: World, operationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  const add = (projectId: number, profileId: number, by: number): void => {
    const key = `${projectId} ${profileId}`;
    sums.set(key, (sums.get(key) ?? 0) + by);
  };
  for (const id of operationIds) {
    for (const [projectId, { effect }] of await recordsOf(w.env.table, id)) {
      for (const profileId of effect.made) add(projectId, profileId, 1);
      for (const profileId of effect.removed) add(projectId, profileId, -1);
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0));
}

function difference(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): ReadonlyMap<string, number> {
  const changes = PROJECTS.flatMap((projectId, index) =>
    [1, 2].map((profileId) => {
      const [had, has] = [before, after].map((held) => Number(held[index]?.includes(profileId) ?? false));
      return [`${projectId} ${profileId}`, (has ?? 0) - (had ?? 0)] as const;
    }),
  );
  return new Map(changes.filter(([, change]) => change !== 0));
}

describe.each(PAIRS)('%s and, accepted later, %s', (first, second) => {
  it('leave what they leave one after the other, whatever becomes of their messages', async () => {
    const { w: quiet, earlier: theirs } = await newWorld();
    for (const name of [first, second]) await deliver(quiet, (await accept(quiet, name, theirs)).messages);
    const expected = await heldByAll(quiet.env.table, PROJECTS);
    for (const [how, crossed] of Object.entries(DELIVERIES)) {
      const { w, earlier } = await newWorld();
      const before = await heldByAll(w.env.table, PROJECTS);
      const one = await accept(w, first, earlier);
      const other = await accept(w, second, earlier);
      await crossed(w, one.messages, other.messages);
      const after = await heldByAll(w.env.table, PROJECTS);
      expect(after, `messages ${how}`).toEqual(expected);
      expect(await balance(w, [one.id, other.id]), `messages ${how}`).toEqual(difference(before, after));
      for (const { id } of [one, other]) await expectTruth(w.env.table, id, PROJECTS);
    }
  });
});
