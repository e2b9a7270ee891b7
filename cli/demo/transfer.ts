import * as z from 'zod';
import { projectRef } from '../../shared/domain/node.ts';
import { readNode, readProjects } from '../../shared/storage/nodes.ts';
import type { Caller } from './api.ts';
import { attach, type DemoOperation, operationOf, removalsOf, totalsText } from './operations.ts';
import { type DemoProject, holdsSecretDetection, numberOf, projectAt } from './projects.ts';
import type { Stage } from './stage.ts';
import { eventually } from './waiting.ts';

/** Another top-level group. */
const ELSEWHERE = 'debian';

/** Seconds that an event may take to have its effect. */
const PATIENCE = 30;

/** One move of a project, by the ids of its groups. */
interface Move {
  readonly projectId: number;
  readonly from: { readonly groupId: number; readonly rootId: number };
  readonly to: { readonly groupId: number; readonly rootId: number };
}

/** A project goes to another top-level group by an event, and comes back. */
export async function transfer(stage: Stage, projects: readonly DemoProject[]): Promise<void> {
  const { say, checklist } = stage;
  const owner = await stage.as('owner');
  const project = await movable(owner, projects);
  const away = await moveOf(owner, project);
  const elsewhere = `${ELSEWHERE}/${project.path}`;

  say(`\n4. ${project.fullPath} moves to ${ELSEWHERE}, by an event`);
  let isAway = true;
  await putTransfer(stage, away);
  try {
    const moved = await eventually(async () => projectAt(owner, elsewhere), PATIENCE, stage.signal);
    checklist.check('the project is at its new place', moved !== undefined, moved?.fullPath);
    checklist.check(
      'the profile of its old root is gone at once',
      moved?.attachedSecurityScanProfiles.length === 0,
    );
    const maintainer = await stage.as('maintainer');
    const foreign = await projectAt(maintainer, elsewhere);
    checklist.check('the old maintainer does not see it any more', foreign === undefined);
    await rehomed(stage, owner, away.projectId, elsewhere);

    say(`\n5. It moves back, so that the tour can be taken again`);
    await putTransfer(stage, { ...away, from: away.to, to: away.from });
    const back = await eventually(async () => projectAt(owner, project.fullPath), PATIENCE, stage.signal);
    isAway = back === undefined;
    checklist.check('the project is where it was', !isAway, back?.fullPath);
    checklist.check('nothing came back in silence', back?.attachedSecurityScanProfiles.length === 0);
    await attachAgain(stage, owner, project);
  } finally {
    if (isAway) await putTransfer(stage, { ...away, from: away.to, to: away.from });
  }
}

async function rehomed(stage: Stage, owner: Caller, projectId: number, fullPath: string): Promise<void> {
  const id = (await readNode(stage.table, projectRef(projectId)))?.transfer?.operationId;
  const look = async (): Promise<DemoOperation | undefined> => {
    const seen = id === undefined ? undefined : await operationOf(owner, id);
    return seen?.status === 'SUCCEEDED' ? seen : undefined;
  };
  const ended = await eventually(look, PATIENCE, stage.signal);
  const isRight = ended?.kind === 'REHOME' && ended.totals.applied === 1;
  stage.checklist.check('a re-home operation says so', isRight, ended && `${ended.id}, ${totalsText(ended)}`);
  const removed = ended ? await removalsOf(owner, ended.id) : [];
  const isListed = removed.length === 1 && removed.every((line) => line.endsWith(` from ${fullPath}`));
  stage.checklist.check('and lists what it removed', isListed, removed.join('; '));
  const state = (await readProjects(stage.table, [projectId])).get(projectId)?.state;
  const stored = Object.keys(state?.attachments ?? {}).length;
  stage.checklist.check('nothing of it is stored any more', state !== undefined && stored === 0);
}

async function attachAgain({ checklist }: Stage, owner: Caller, project: DemoProject): Promise<void> {
  const operation = await attach(owner, { projectIds: [project.id] });
  checklist.check(
    'attached to one project, it is done in the call',
    operation.status === 'SUCCEEDED' && operation.totals.applied === 1,
    totalsText(operation),
  );
  const seen = await projectAt(owner, project.fullPath);
  checklist.check('and shows at once', seen !== undefined && holdsSecretDetection(seen));
}

/** The deepest project whose path is free where it is to go. */
async function movable(owner: Caller, projects: readonly DemoProject[]): Promise<DemoProject> {
  const depth = ({ fullPath }: DemoProject): number => fullPath.split('/').length;
  for (const project of projects.toSorted((one, other) => depth(other) - depth(one))) {
    if ((await projectAt(owner, `${ELSEWHERE}/${project.path}`)) === undefined) return project;
  }
  throw new Error(`every project has one of the same path in ${ELSEWHERE}`);
}

async function moveOf(owner: Caller, project: DemoProject): Promise<Move> {
  const group = z.object({ id: z.string(), rootAncestor: z.object({ id: z.string() }) }).nullable();
  const query = `query ($from: ID!, $to: ID!) {
    from: group(fullPath: $from) { id rootAncestor { id } } to: group(fullPath: $to) { id rootAncestor { id } }
  }`;
  const variables = { from: project.group.fullPath, to: ELSEWHERE };
  const { from, to } = await owner.ask(z.object({ from: group, to: group }), query, variables);
  if (!from || !to) throw new Error(`there is no ${ELSEWHERE} here: the tour needs the sample tree`);
  const idsOf = ({ id, rootAncestor }: typeof from): Move['from'] => ({
    groupId: numberOf(id),
    rootId: numberOf(rootAncestor.id),
  });
  return { projectId: numberOf(project.id), from: idsOf(from), to: idsOf(to) };
}

async function putTransfer(stage: Stage, { projectId, from, to }: Move): Promise<void> {
  await stage.putEvent('ProjectTransferredEvent', {
    project_id: projectId,
    old_namespace_id: from.groupId,
    old_root_namespace_id: from.rootId,
    new_namespace_id: to.groupId,
    new_root_namespace_id: to.rootId,
  });
}
