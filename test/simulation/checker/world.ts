import type { Child, Claim, Open, Read } from './stored/change.ts';
import type { TreeNode } from './stored/node.ts';
import type { Operation } from './stored/operation.ts';
import { type Said, saidIn } from './outcomes.ts';
import type { Page } from './stored/page.ts';
import type { Profile } from './stored/profile.ts';

/** A longer chain of groups has no root. */
const MAXIMUM_LEVELS = 20;

/** What the table holds, as far as it matters. What a table forgets after a time is kept: records, operations, profiles. */
export class World {
  readonly groups = new Map<number, TreeNode>();
  readonly projects = new Map<number, TreeNode>();
  /** By the keys of their edges. */
  readonly children = new Map<string, Child>();
  readonly profiles = new Map<number, Profile>();
  readonly pointers = new Map<number, number>();
  /** By root and key. */
  readonly names = new Map<string, number>();
  /** By profile and digest. */
  readonly configurations = new Set<string>();
  readonly operations = new Map<string, Operation>();
  readonly sequences = new Map<number, number>();
  readonly open = new Map<string, Open>();
  readonly claims = new Map<string, Claim>();
  /** Nodes for which events wait, by the key of what is parked. */
  readonly parked = new Map<string, string>();
  placement = 0;
  private readonly said = new Map<string, ReadonlyMap<number, readonly Said[]>>();
  private readonly pages = new Map<string, Map<string, Page>>();
  private readonly exceptions = new Map<string, Map<number, string>>();

  apply(read: Read): void {
    switch (read.of) {
      case 'NODE': {
        const node = read.after ?? read.before;
        if (node) set(node.isGroup ? this.groups : this.projects, node.id, read.after);
        return;
      }
      case 'EDGE':
        set(this.children, read.key, read.after);
        return;
      case 'PROFILE':
        if (read.after) this.profiles.set(read.after.id, read.after);
        return;
      case 'NAME':
        set(this.names, `${read.rootId} ${read.key}`, read.after);
        return;
      case 'POINTER':
        set(this.pointers, read.profileId, read.after);
        return;
      case 'CONFIGURATION':
        if (read.after) this.configurations.add(`${read.profileId} ${read.digest}`);
        else this.configurations.delete(`${read.profileId} ${read.digest}`);
        return;
      case 'OPERATION':
        if (read.after) this.operations.set(read.after.id, read.after);
        return;
      case 'PAGE':
        if (read.after) inner(this.pages, read.operationId).set(read.pageId, read.after);
        this.said.delete(read.operationId);
        return;
      case 'EXCEPTIONS':
        this.addExceptions(read);
        return;
      case 'OPEN':
        set(this.open, read.key, read.after);
        return;
      case 'SEQUENCE':
        this.sequences.set(read.rootId, read.after ?? 0);
        return;
      case 'PLACEMENT':
        this.placement = read.after ?? 0;
        return;
      case 'CLAIM':
        set(this.claims, read.key, read.after);
        return;
      case 'PARKED':
        set(this.parked, read.key, read.after && read.node);
        return;
    }
  }

  private addExceptions({ operationId, pageId, outcome, after }: Extract<Read, { of: 'EXCEPTIONS' }>): void {
    this.said.delete(operationId);
    const codes = inner(this.exceptions, `${operationId} ${pageId}`);
    for (const [id, code] of after ?? []) codes.set(id, `${outcome}/${code}`);
  }

  /** The groups above a project, nearest first; undefined where it is absent or has no root. */
  chainOf(projectId: number): readonly TreeNode[] | undefined {
    const project = this.projects.get(projectId);
    if (!project || project.isDeleted) return undefined;
    const chain: TreeNode[] = [];
    for (let next = project.parentId; next !== null;) {
      const group = this.groups.get(next);
      if (!group || group.isDeleted || chain.length === MAXIMUM_LEVELS) return undefined;
      chain.push(group);
      next = group.parentId;
    }
    return chain;
  }

  rootOf(projectId: number): number | undefined {
    return this.chainOf(projectId)?.at(-1)?.id;
  }

  isActive(profileId: number): boolean {
    return this.profiles.get(profileId)?.status === 'ACTIVE';
  }

  /** What a project has to show: what is stored under the root of its place, of profiles of that root that are ACTIVE. */
  visibleOn(projectId: number): readonly number[] {
    const state = this.projects.get(projectId)?.state;
    const rootId = state && this.rootOf(projectId);
    if (rootId === undefined || state?.rootId !== rootId) return [];
    return [...state.attachments.keys()].filter(
      (id) => this.isActive(id) && this.profiles.get(id)?.rootId === rootId,
    );
  }

  /** Tells whether two worlds have the same nodes in the same states. Tombstones do not count: they are forgotten in time. */
  fingerprint(): string {
    const nodes = [...this.groups.values(), ...this.projects.values()].filter((node) => !node.isDeleted);
    return nodes
      .map(({ isGroup, id, version, state }) => `${isGroup ? 'G' : 'P'}${id}:${version}:${state?.version}`)
      .toSorted()
      .join(' ');
  }

  /** All that the records of an operation say, by project. */
  saidBy(operationId: string): ReadonlyMap<number, readonly Said[]> {
    const known = this.said.get(operationId);
    if (known) return known;
    const records = [...(this.pages.get(operationId) ?? [])].map(([pageId, page]) => ({
      pageId,
      page,
      exceptions: this.exceptions.get(`${operationId} ${pageId}`) ?? new Map<number, string>(),
    }));
    const said = saidIn(records);
    this.said.set(operationId, said);
    return said;
  }
}

function set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function inner<Key, InnerKey, Value>(maps: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<InnerKey, Value>();
  maps.set(key, made);
  return made;
}
