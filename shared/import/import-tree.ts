import type { Environment } from '../environment/environment.ts';
import { Ancestry } from './ancestry.ts';
import { type ImportContent, type ImportFiles, readFiles } from './files.ts';
import { prune, type PruneCounts } from './prune.ts';
import type { BadLine } from './read-records.ts';
import { isEmpty } from './scan.ts';
import { applyWaiting, handOverArrivals } from './settle.ts';
import { findSurplus, type Surplus } from './surplus.ts';
import { type MemberCounts, writeMembers } from './write-members.ts';
import { writeNodes } from './write-nodes.ts';
import type { NodeCounts, Writing } from './writing.ts';

/** What is being done, and how much of it. `total` is absent while it is not known. */
export interface ImportProgress {
  readonly phase: 'lines' | 'groups and projects' | 'members' | 'removals';
  readonly done: number;
  readonly total?: number | undefined;
}

export interface ImportRequest extends ImportFiles {
  /** REMOVE what the table has and the files do not, or LIST it and write nothing at all. */
  readonly prune?: 'REMOVE' | 'LIST' | undefined;
  readonly onBadLine?: ((bad: BadLine) => void) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportSummary {
  readonly groups: NodeCounts;
  readonly projects: NodeCounts;
  /** Groups and projects that went in, but below no top-level group that is known yet: nobody sees them. */
  readonly withoutRoot: number;
  readonly members: MemberCounts;
  /** Groups and projects for which events had been waiting. */
  readonly awaited: number;
  readonly pruned?: PruneCounts | undefined;
}

/** Files with bad lines, or without a single group, do not say what is gone: nothing is pruned by them. */
export type PruneRefusal = 'BAD_LINES' | 'NO_GROUPS';

/** `badLines` did not go in; the rest did. */
export type Imported = { readonly badLines: number; readonly refusal?: PruneRefusal | undefined } & (
  | { readonly result: 'IMPORTED'; readonly summary: ImportSummary }
  | { readonly result: 'LISTED'; readonly surplus: Surplus }
);

/**
 * Brings the tree to what files say as of a time, without undoing what happened later. Can run any number of times, and
 * beside everything else. Throws where a file cannot be opened, before anything is written.
 */
export async function importTree(env: Environment, request: ImportRequest): Promise<Imported> {
  const report = request.onProgress ?? ((): void => undefined);
  let lines = 0;
  const onLine = (): void => report({ phase: 'lines', done: (lines += 1) });
  const content = await readFiles(request, request.onBadLine ?? ((): void => undefined), onLine);
  const { badLines } = content;
  const refusal = request.prune === undefined ? undefined : refusalOf(content);
  if (request.prune === 'LIST') {
    const nothing: Surplus = { nodes: [], members: [], later: 0 };
    return {
      result: 'LISTED',
      badLines,
      refusal,
      surplus: refusal ? nothing : await findSurplus(env.table, content),
    };
  }
  const summary = await write(env, content, report);
  const isPruned = request.prune !== undefined && refusal === undefined;
  const pruned = isPruned ? await removeSurplus(env, content, report) : undefined;
  return { result: 'IMPORTED', badLines, refusal, summary: { ...summary, pruned } };
}

function refusalOf({ badLines, groups }: ImportContent): PruneRefusal | undefined {
  if (badLines > 0) return 'BAD_LINES';
  return groups.length === 0 ? 'NO_GROUPS' : undefined;
}

type Report = (progress: ImportProgress) => void;

async function write(env: Environment, content: ImportContent, report: Report): Promise<ImportSummary> {
  const { asOf, projects, members } = content;
  const groups = content.groups.flat();
  const total = groups.length + projects.length;
  const ancestry = new Ancestry();
  const arrivals = { groupIds: new Set<number>(), created: [] };
  let done = 0;
  const common = {
    env,
    ancestry,
    arrivals,
    wasEmpty: await isEmpty(env.table),
    onDone: (nodes: number) => report({ phase: 'groups and projects', done: (done += nodes), total }),
  };
  const ofGroups: Writing = { ...common, asOf: asOf.group, counts: noNodes() };
  const ofProjects: Writing = { ...common, asOf: asOf.project, counts: noNodes() };
  if (!common.wasEmpty) await ancestry.load(env.table, parentsElsewhere(content));
  for (const level of content.groups) await writeNodes(ofGroups, level);
  await writeNodes(ofProjects, projects);
  let membersDone = 0;
  const onMembers = (count: number): void =>
    report({ phase: 'members', done: (membersDone += count), total: members.length });
  const memberCounts = await writeMembers(env, members, asOf.member ?? 0, onMembers);
  const awaited = await applyWaiting(env);
  await handOverArrivals(env, arrivals, ancestry);
  const withoutRoot = [...groups, ...projects].filter(({ parentId }) => !ancestry.hasRoot(parentId)).length;
  return {
    groups: ofGroups.counts,
    projects: ofProjects.counts,
    withoutRoot,
    members: memberCounts,
    awaited,
  };
}

function noNodes(): NodeCounts {
  return { created: 0, changed: 0, unchanged: 0, later: 0 };
}

/** Groups that the files refer to and do not have. */
function parentsElsewhere({ groups, projects, has }: ImportContent): readonly number[] {
  const parentIds = [...groups.flat(), ...projects].flatMap(({ parentId }) => parentId ?? []);
  return [...new Set(parentIds)].filter((id) => !has(`group:${id}`));
}

async function removeSurplus(env: Environment, content: ImportContent, report: Report): Promise<PruneCounts> {
  const surplus = await findSurplus(env.table, content);
  const total = surplus.nodes.length + surplus.members.length;
  let done = 0;
  return prune(env, surplus, content, () => report({ phase: 'removals', done: (done += 1), total }));
}
