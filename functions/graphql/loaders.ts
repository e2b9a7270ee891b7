import DataLoader from 'dataloader';
import { nodeKey } from '../../shared/domain/node.ts';
import type { Operation } from '../../shared/domain/operation.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { removalsIn } from '../../shared/domain/removals.ts';
import type { ConfigurationValues } from '../../shared/domain/scan-types/configuration.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { type ConfigurationRef, readConfigurations } from '../../shared/storage/configurations.ts';
import { listMemberships, type Membership } from '../../shared/storage/memberships.ts';
import { readOperations } from '../../shared/storage/operations.ts';
import { listAllPages, type PageRecord, readPages } from '../../shared/storage/page-records.ts';
import { getProfiles, listProfiles, rootOfProfile } from '../../shared/storage/profiles.ts';
import { readScanResults, type ScanResults } from '../../shared/storage/scan-results.ts';
import { isVisible, locate, type Located, type Sought } from '../../shared/tree/locate.ts';
import { isOperationId } from './operation-id.ts';
import type { GroupParent, ProjectParent } from './parents.ts';

/** A profile under the root in which it is looked for. */
interface ProfileKey {
  readonly rootId: number;
  readonly id: number;
}

/** A page of an operation. */
interface PageKey {
  readonly operationId: string;
  readonly pageId: string;
}

/** Reads of one request for one caller: each thing once, and what is asked for together in one round trip. */
export class Loaders {
  private readonly nodes: DataLoader<Sought, Located | undefined, string>;
  private readonly profiles: DataLoader<ProfileKey, Profile | undefined, string>;
  private readonly profileLists: DataLoader<number, readonly Profile[]>;
  private readonly configurations: DataLoader<ConfigurationRef, ConfigurationValues | undefined, string>;
  private readonly profileRoots: DataLoader<number, number | undefined>;
  private readonly scans: DataLoader<number, ScanResults | undefined>;
  private readonly operations: DataLoader<string, Operation | undefined>;
  private readonly pages: DataLoader<PageKey, PageRecord | undefined, string>;
  private readonly removals: DataLoader<string, ReadonlyMap<number, readonly number[]>>;

  private readonly listMemberships: () => Promise<readonly Membership[]>;
  private listedMemberships: Promise<readonly Membership[]> | undefined;

  constructor(environment: Environment, userId: string) {
    const { table } = environment;
    this.listMemberships = async () => listMemberships(table, userId);
    this.nodes = new DataLoader(
      async (refs) => {
        const located = await locate(environment, refs, userId);
        return refs.map((ref) => located.get(nodeKey(ref)));
      },
      { cacheKeyFn: nodeKey },
    );
    this.profiles = new DataLoader(
      async (keys) => {
        const rootIds = [...new Set(keys.map(({ rootId }) => rootId))];
        const idsIn = (rootId: number): number[] =>
          keys.filter((key) => key.rootId === rootId).map(({ id }) => id);
        const found = await Promise.all(
          rootIds.map(async (rootId) => getProfiles(table, rootId, idsIn(rootId))),
        );
        return keys.map(({ rootId, id }) => found[rootIds.indexOf(rootId)]?.get(id));
      },
      { cacheKeyFn: ({ rootId, id }) => `${rootId}/${id}` },
    );
    this.profileLists = new DataLoader(async (rootIds) =>
      Promise.all(rootIds.map(async (id) => listProfiles(table, id))),
    );
    this.configurations = new DataLoader(async (refs) => readConfigurations(table, refs), {
      cacheKeyFn: ({ profileId, digest }) => `${profileId}/${digest}`,
    });
    this.profileRoots = new DataLoader(async (ids) =>
      Promise.all(ids.map(async (id) => rootOfProfile(table, id))),
    );
    this.scans = new DataLoader(async (projectIds) => {
      const found = await readScanResults(table, projectIds);
      return projectIds.map((id) => found.get(id));
    });
    this.operations = new DataLoader(async (ids) => {
      const found = await readOperations(table, ids);
      return ids.map((id) => found.get(id));
    });
    this.pages = new DataLoader(
      async (keys) => {
        const byOperation = Map.groupBy(keys, ({ operationId }) => operationId);
        const found = await Promise.all(
          [...byOperation].map(async ([operationId, pages]) => {
            const records = await readPages(
              table,
              operationId,
              pages.map(({ pageId }) => pageId),
            );
            return records.map((record) => [`${operationId}/${record.pageId}`, record] as const);
          }),
        );
        const records = new Map(found.flat());
        return keys.map(({ operationId, pageId }) => records.get(`${operationId}/${pageId}`));
      },
      { cacheKeyFn: ({ operationId, pageId }) => `${operationId}/${pageId}` },
    );
    this.removals = new DataLoader(async (ids) =>
      Promise.all(
        ids.map(async (id) => removalsIn((await listAllPages(table, id)).map(({ effects }) => effects))),
      ),
    );
  }

  /** Undefined where there is no such group, and where the caller may not see it. */
  async group(id: number, chain?: Sought['chain']): Promise<GroupParent | undefined> {
    const located = await this.nodes.load({ kind: 'group', id, chain });
    if (!isVisible(located) || located.node.kind !== 'group') return undefined;
    return { ...located, node: located.node };
  }

  /** Undefined where there is no such project, and where the caller may not see it. */
  async project(id: number, chain?: Sought['chain']): Promise<ProjectParent | undefined> {
    const located = await this.nodes.load({ kind: 'project', id, chain });
    if (!isVisible(located) || located.node.kind !== 'project') return undefined;
    return { ...located, node: located.node };
  }

  /** What the caller is a member of, as far as it is looked at. */
  async memberships(): Promise<readonly Membership[]> {
    this.listedMemberships ??= this.listMemberships();
    return this.listedMemberships;
  }

  /** Those of these groups and projects that there are, whether or not the caller may see them. */
  async located(sought: readonly Sought[]): Promise<readonly Located[]> {
    const located = await Promise.all(sought.map(async (each) => this.nodes.load(each)));
    return located.filter((each) => each !== undefined);
  }

  /** Profiles of a root that are ACTIVE, those among these ids, in their order. */
  async activeProfiles(rootId: number, ids: readonly number[]): Promise<readonly Profile[]> {
    const profiles = await Promise.all(ids.map(async (id) => this.profiles.load({ rootId, id })));
    return profiles.filter((profile) => profile !== undefined).filter(({ status }) => status === 'ACTIVE');
  }

  /** All ACTIVE profiles of a root, the oldest first. */
  async allActiveProfiles(rootId: number): Promise<readonly Profile[]> {
    return (await this.profileLists.load(rootId)).filter(({ status }) => status === 'ACTIVE');
  }

  /** What a profile that was read sets, or once did, for one of its triggers. */
  async configuration(ref: ConfigurationRef): Promise<ConfigurationValues> {
    const values = await this.configurations.load(ref);
    if (!values) throw new Error(`profile ${ref.profileId} has no configuration ${ref.digest}`);
    return values;
  }

  /** After a change of profiles within the request: what was read before it may hold no longer. */
  forgetProfiles(): void {
    this.profiles.clearAll();
    this.profileLists.clearAll();
  }

  /** The root to which a profile belongs; undefined if there never was such a profile. */
  async rootOfProfile(profileId: number): Promise<number | undefined> {
    return this.profileRoots.load(profileId);
  }

  /** What was reported of a project's scans; undefined where nothing was. */
  async scanResults(projectId: number): Promise<ScanResults | undefined> {
    return this.scans.load(projectId);
  }

  /** Undefined where there is no such operation. Whether the caller may read it is another question. */
  async operation(id: string): Promise<Operation | undefined> {
    return isOperationId(id) ? this.operations.load(id) : undefined;
  }

  /** What is recorded of a page of an operation. */
  async page(operationId: string, pageId: string): Promise<PageRecord | undefined> {
    return this.pages.load({ operationId, pageId });
  }

  /** What an operation has removed so far: profile ids by project id, in the order of ids. */
  async removalsOf(operationId: string): Promise<ReadonlyMap<number, readonly number[]>> {
    return this.removals.load(operationId);
  }
}
