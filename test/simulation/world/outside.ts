import type { Action } from './actions.ts';
import { question, seen } from './reading.ts';
import { changeSource } from './tree-events.ts';
import type { World } from './world.ts';

/** Who asks and looks: the owner of everything. */
const ACTOR = 'owner';

/** Sends a request. Answers false where it is about something that its client does not know. */
export function ask(
  world: World,
  name: string,
  action: Extract<Action, { kind: 'ASK' | 'ASK_AGAIN' }>,
): boolean {
  const { platform, surroundings, clients } = world;
  const asked = clients.prepare(name, action);
  if (!asked) return false;
  const { body, mutation, idempotencyKey } = asked;
  world.note(`- ${name} asks ${JSON.stringify(mutation)} ${idempotencyKey ?? ''}`);
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  world.observe({ kind: 'ASKED', at: world.step, request: name, actor: ACTOR, mutation, ...key });
  world.start(name, 'REQUEST', async (_env, task) => {
    const answer = await platform.api.ask({ task, surroundings }, ACTOR, body);
    const { status } = answer;
    await world.gate.call(task, {
      what: `answer ${status}`,
      faults: ['LOST_REPLY'],
      perform: async () => {
        const { errors, operationId } = clients.hear(name, answer);
        const id = operationId === undefined ? {} : { operationId };
        world.note(`  ${name} is answered ${[status, operationId, ...errors].join(' ')}`);
        world.observe({ kind: 'ANSWERED', at: world.step, request: name, status, errors, ...id });
        return Promise.resolve();
      },
    });
  });
  return true;
}

/** Reads what the project at a path shows. */
export function look(world: World, name: string, path: string): void {
  const { platform, surroundings, step: from } = world;
  world.note(`- ${name} looks at ${path}`);
  world.start(name, 'READ', async (_env, task) => {
    const answer = await platform.api.ask({ task, surroundings }, ACTOR, question(path));
    const found = seen(answer.body);
    world.note(`  ${name} sees ${found ? JSON.stringify(found) : 'nothing'}`);
    if (found) world.observe({ kind: 'READ', from, at: world.step, ...found });
  });
}

/** Changes the tree at its source, which sends an event. Answers false where that is not possible there. */
export function changeTree(
  world: World,
  name: string,
  { change, exact, copies, atOnce }: Extract<Action, { kind: 'TREE' }>,
): boolean {
  const event = changeSource(world.tree, change);
  if (!event) return false;
  // Of two changes in one second, whose events say no more than the second, nobody could tell the order; but of two moves
  // the one that begins where the other one ends is the later one.
  if (atOnce === true) world.clock.advance(1);
  else world.clock.nextSecond();
  const time = world.clock.now();
  const { node, detail } = event;
  world.note(`- ${name} ${JSON.stringify(change)}`);
  const place = { node: node.name, change: change.change, parentId: node.parentId };
  world.observe({ kind: 'TREE', at: world.step, ...place, time });
  const at = new Date(time).toISOString();
  const body = JSON.stringify({
    version: '0',
    id: `event-${name}`,
    'detail-type': event['detail-type'],
    source: 'gitlab',
    time: at.replace(/\.\d+Z/, 'Z'),
    detail: exact ? { ...detail, occurred_at: at } : detail,
  });
  for (let copy = 0; copy < copies; copy += 1) world.cleanupQueue.send(name, body);
  return true;
}
