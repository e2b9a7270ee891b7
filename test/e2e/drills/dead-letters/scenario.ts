import { PAGE_SIZE } from '../../../../shared/domain/frontier.ts';
import { readProjects } from '../../../../shared/storage/nodes.ts';
import { listProfiles } from '../../../../shared/storage/profiles.ts';
import { customProfiles } from '../../../support/custom-profiles.ts';
import type { StackClient } from '../../support/client.ts';
import { groupGid, type Operations, operationsOf, profileGid } from '../../support/operations.ts';
import { type PlantedTree, plantTree } from '../../support/tree.ts';
import type { Stored } from '../stored.ts';

const OWNER = 'drill-owner';

function numbered(count: number, path: string): string[] {
  return Array.from({ length: count }, (_, index) => `${path}/project-${index}`);
}

/** A run in which it matters which of the requests was the last one, in a tree of its own. */
export class Scenario {
  readonly owner: Operations;
  private readonly stack: StackClient;
  private readonly top: string;
  private readonly tree: PlantedTree;

  private constructor(stack: StackClient, top: string, tree: PlantedTree) {
    this.stack = stack;
    this.owner = operationsOf(stack, OWNER);
    this.top = top;
    this.tree = tree;
  }

  static async plant(stack: StackClient, top: string): Promise<Scenario> {
    const small = [0, 1, 2, 3, 4].flatMap((part) => numbered(4, `${top}/small-${part}`));
    const tree = await plantTree(stack, {
      // More than one page has room for.
      projects: [...numbered(PAGE_SIZE + 10, `${top}/big`), ...small],
      groups: [`${top}-other`],
      members: { [OWNER]: { [top]: 50, [`${top}-other`]: 50 } },
    });
    return new Scenario(stack, top, tree);
  }

  /** Asks for everything, and reports moves to another root. Answers the operations. */
  async begin(): Promise<readonly string[]> {
    const { stack } = this;
    const [other = 0] = await customProfiles(stack.table, this.group(), 1, { name: 'Other' });
    const operations = [
      await this.attach('sast', 'APPEND', ['']),
      await this.attach(other, 'SET', ['/small-1', '/small-2']),
      await this.attach('secret_detection', 'APPEND', ['/big', '/small-2']),
      await this.detach('sast', ['/small-3']),
      await this.detach('secret_detection', ['/small-2']),
      await this.attach('secret_detection', 'SET', ['/small-4']),
    ];
    const { project, group, away } = this.moves();
    await stack.putEvents(
      { detailType: 'ProjectTransferredEvent', detail: { project_id: project, new_namespace_id: away } },
      { detailType: 'GroupTransferredEvent', detail: { group_id: group, new_parent_id: away } },
    );
    return operations;
  }

  /** Whether both moves have taken effect. */
  isMoved({ groups, projects }: Pick<Stored, 'groups' | 'projects'>): boolean {
    const { project, group, away } = this.moves();
    return projects.get(project)?.parentId === away && groups.get(group)?.parentId === away;
  }

  /** The names of the profiles that are stored on each project, by the project's first path without the top. */
  async state(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { stack, tree, top } = this;
    const profiles = await listProfiles(stack.table, this.group());
    const names = new Map(profiles.map(({ id, name }) => [String(id), name]));
    const stored = await readProjects(stack.table, [...tree.projects.values()]);
    const held = [...tree.projects].map(([path, id]) => {
      const attachments = Object.keys(stored.get(id)?.state.attachments ?? {});
      return [
        path.slice(top.length),
        attachments.map((profile) => names.get(profile) ?? profile).toSorted(),
      ] as const;
    });
    return Object.fromEntries(held);
  }

  private moves(): { readonly project: number; readonly group: number; readonly away: number } {
    const { tree, top } = this;
    return {
      project: tree.projects.get(`${top}/small-0/project-0`) ?? 0,
      group: this.group('/small-4'),
      away: tree.groups.get(`${top}-other`) ?? 0,
    };
  }

  private group(path = ''): number {
    return this.tree.groups.get(`${this.top}${path}`) ?? 0;
  }

  private async attach(profile: string | number, mode: string, paths: readonly string[]): Promise<string> {
    const input = { ...this.inputOf(profile, paths), mode };
    return (await this.owner.start('attachSecurityScanProfile', input)).id;
  }

  private async detach(profile: string, paths: readonly string[]): Promise<string> {
    return (await this.owner.start('detachSecurityScanProfile', this.inputOf(profile, paths))).id;
  }

  private inputOf(profile: string | number, paths: readonly string[]): Record<string, unknown> {
    const groupIds = paths.map((path) => groupGid(this.group(path)));
    return { securityScanProfileId: profileGid(profile), groupIds };
  }
}
