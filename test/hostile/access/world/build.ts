import * as z from 'zod';
import { groupRef, type NodeRef, projectRef } from '../../../../shared/domain/node.ts';
import { readNode } from '../../../../shared/storage/nodes.ts';
import { setMember } from '../../../../shared/tree/set-member.ts';
import type { HostileApi } from '../../support/hostile-api.ts';
import { MEMBERS } from './identities.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { gidOf, parentOf, PLACE_NAMES, type PlaceName, placeOf, PLACES, profileGid } from './tree.ts';

/** Ids that are made by chance. */
export type OperationIds = Readonly<Record<OperationName, string>>;

const DAY = 86_400_000;

/** Makes the tree with its profiles, operations and members. `owner` owns every top-level group. */
export async function build(api: HostileApi): Promise<OperationIds> {
  const ask = asOwner(api);
  await plant(api);
  await createProfile(ask, 'root', 'Own');
  const first = await attach(ask, profileGid('sast'), 'direct');
  await createProfile(ask, 'otherRoot', 'Foreign');
  await createProfile(ask, 'root', 'Deleted');
  await createProfile(ask, 'joined', 'Hidden');
  await deleteProfile(ask, profileGid('4'));
  await api.world.drain();

  const ended = await attach(ask, profileGid('1'), 'project');
  const foreign = await attach(ask, profileGid('3'), 'foreign');
  const preview = await attach(ask, profileGid('1'), 'sibling', 'dryRun: true');
  const foreignPreview = await attach(ask, profileGid('3'), 'otherSubgroup', 'dryRun: true');
  await attach(ask, profileGid('5'), 'joinedProject');
  await attach(ask, profileGid('1'), 'moved');
  await api.world.drain();
  const rehomed = await move(api, 'moved', 'otherRoot');
  const lapsed = await move(api, 'joined', 'root');
  const edit = await createProfile(ask, 'root', 'Another');
  const running = await attach(ask, profileGid('1'), 'subgroup');
  // It is never done.
  api.env.attachQueue.messages.length = 0;
  const made = { first, ended, foreign, preview, foreignPreview, rehomed, lapsed, edit, running };
  return { ...made, absent: OPERATIONS.absent.id, malformed: OPERATIONS.malformed.id };
}

async function plant(api: HostileApi): Promise<void> {
  const { world, env } = api;
  const before = { joined: null, moved: PLACES.root.id } as const;
  for (const name of PLACE_NAMES) {
    const { kind, id, gone } = placeOf(name);
    if (gone === 'ABSENT') continue;
    const parentId = name === 'joined' ? before.joined : name === 'moved' ? before.moved : parentIdOf(name);
    if (kind === 'Group') await world.group(id, parentId);
    else await world.project(id, parentId ?? 0);
  }
  await world.event('GroupDeletedEvent', { group_id: PLACES.deletedGroup.id });
  await world.event('ProjectDeletedEvent', { project_id: PLACES.deletedProject.id });
  for (const { user, memberships } of MEMBERS)
    for (const { at, level, ended } of memberships) {
      const { kind, id } = PLACES[at];
      const user_id = /^\d+$/.test(user) ? Number(user) : user;
      const member = { user_id, ...(kind === 'Group' ? { group_id: id } : { project_id: id }) };
      await world.event('MemberAddedEvent', { ...member, access_level: level });
      const ref = refOf(at);
      const now = env.clock.now() + 1_000;
      if (ended) await setMember(env, { ref, userId: user, accessLevel: null, at: now });
    }
  env.clock.advance(DAY);
}

function parentIdOf(name: PlaceName): number | null {
  const parent = parentOf(name);
  return parent === undefined ? null : PLACES[parent].id;
}

function refOf(name: PlaceName): NodeRef {
  const { kind, id } = PLACES[name];
  return kind === 'Group' ? groupRef(id) : projectRef(id);
}

/** Answers the id of the re-home. */
async function move(
  { world, env }: HostileApi,
  name: 'moved' | 'joined',
  to: 'root' | 'otherRoot',
): Promise<string> {
  const { id } = PLACES[name];
  const { id: parent } = PLACES[to];
  if (name === 'moved')
    await world.event('ProjectTransferredEvent', { project_id: id, new_namespace_id: parent });
  else await world.event('GroupTransferredEvent', { group_id: id, new_parent_id: parent });
  await world.drain();
  return (await readNode(env.table, refOf(name)))?.transfer?.operationId ?? '';
}

type Ask = (mutation: string) => Promise<string>;

const answer = z.object({
  data: z.object({ done: z.object({ errors: z.tuple([]), operation: z.object({ id: z.string() }) }) }),
});

/** Asks for a mutation, and answers the id of its operation. */
function asOwner(api: HostileApi): Ask {
  return async (mutation) => {
    const query = `mutation { done: ${mutation} { errors operation { id } } }`;
    const { text } = await api.ask(await api.token('owner'), { query });
    return answer.parse(JSON.parse(text), { error: () => text }).data.done.operation.id;
  };
}

async function attach(ask: Ask, profile: string, to: PlaceName, options = ''): Promise<string> {
  const list = PLACES[to].kind === 'Group' ? 'groupIds' : 'projectIds';
  return ask(
    `attachSecurityScanProfile(input: { securityScanProfileId: "${profile}", ${list}: ["${gidOf(to)}"] ${options} })`,
  );
}

async function createProfile(ask: Ask, root: PlaceName, name: string): Promise<string> {
  return ask(
    `securityScanProfileCreate(input: { namespaceId: "${gidOf(root)}", scanType: SAST, name: "${name}", description: "", triggers: [{ triggerType: DEFAULT_BRANCH_PIPELINE }] })`,
  );
}

async function deleteProfile(ask: Ask, id: string): Promise<string> {
  return ask(`securityScanProfileDelete(input: { id: "${id}" })`);
}
