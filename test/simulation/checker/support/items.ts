import type { RawItem } from '../../observed.ts';

/** Items as they are stored, written out by hand: what the checker reads must not come from the code that it judges. */

export function group(id: number, parentId: number | null, version = 0): RawItem {
  return { PK: `GROUP#${id}`, SK: '#NODE', kind: 'group', id, parentId, slug: `g${id}`, version };
}

/** The edge of a group or project. */
export function edge(node: RawItem): RawItem {
  const [kind, parent = 'ROOT', slug, id] = ['kind', 'parentId', 'slug', 'id'].map((name) =>
    node[name] === null ? undefined : JSON.stringify(node[name]).replaceAll('"', ''),
  );
  return { PK: `GROUP#${parent}`, SK: `${kind === 'group' ? 'G' : 'P'}#${slug}#${id}`, id: node['id'] };
}

export interface StateParts {
  readonly version?: number;
  readonly rootId?: number | null;
  readonly rootVersion?: number;
  /** By profile: the operation that made it. */
  readonly attachments?: Readonly<Record<number, string>>;
  readonly decided?: Readonly<Record<string, RawItem>>;
}

export function project(id: number, parentId: number, state: StateParts = {}, version = 0): RawItem {
  const attachments = Object.entries(state.attachments ?? {}).map(([profileId, operationId]) => [
    profileId,
    { seq: 1, at: 1, by: 'owner', operationId },
  ]);
  return {
    PK: `PROJECT#${id}`,
    SK: '#NODE',
    kind: 'project',
    id,
    parentId,
    slug: `p${id}`,
    version,
    state: {
      version: 0,
      rootId: null,
      rootVersion: 0,
      decided: {},
      ...state,
      attachments: Object.fromEntries(attachments),
    },
  };
}

/** A decision that took away what an operation had made. */
export function removal(operationId: string, of: string, rootId = 1): RawItem {
  return { seq: 2, operationId, rootId, removed: { seq: 1, at: 1, by: 'owner', operationId: of } };
}

export function tombstone(item: RawItem, version: number): RawItem {
  const { state: _, ...rest } = item;
  return { ...rest, version, deletedAt: 1 };
}

/** All items of an ACTIVE profile. */
export function profile(id: number, rootId: number, more: RawItem = {}): readonly RawItem[] {
  const parts = { scanType: 'SAST', name: `profile ${id}`, ...more };
  return [
    {
      PK: `ROOT#${rootId}`,
      SK: `PROFILE#${id}`,
      id,
      rootId,
      status: 'ACTIVE',
      triggers: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
      lockVersion: 1,
      ...parts,
    },
    {
      PK: `ROOT#${rootId}`,
      SK: `NAME#${parts.scanType}#${parts.name.toLowerCase()}`,
      profileId: id,
    },
    { PK: `PROFILE#${id}`, SK: '#ROOT', rootId },
  ];
}

export function sequence(rootId: number, n: number): RawItem {
  return { PK: `ROOT#${rootId}`, SK: 'SEQUENCE', n };
}

export function placement(n: number): RawItem {
  return { PK: 'COUNTER', SK: 'PLACEMENT', n };
}

/** The header of an operation of root 1, by default an attach of profile 1 to project 101 that has one page. */
export function operation(id: string, sequenceNumber: number, more: RawItem = {}): RawItem {
  return {
    PK: `OPERATION#${id}`,
    SK: '#HEADER',
    id,
    rootId: 1,
    sequence: sequenceNumber,
    change: { kind: 'ATTACH', profileId: 1, scanType: 'SAST', mode: 'APPEND' },
    status: 'PENDING',
    projectIds: [101],
    groupIds: [],
    pagesKnown: 1,
    pagesDone: 0,
    totals: { applied: 0, unchanged: 0, skipped: 0, failed: 0 },
    ...more,
  };
}

/** An operation of one page that has ended, with this many projects of each outcome, and the status that comes of it. */
export function ended(item: RawItem, totals: Readonly<Record<string, number>>, more: RawItem = {}): RawItem {
  const all = { applied: 0, unchanged: 0, skipped: 0, failed: 0, ...totals };
  const others = all.applied + all.unchanged + all.skipped;
  const status = all.failed === 0 ? 'SUCCEEDED' : others === 0 ? 'FAILED' : 'PARTIAL';
  return { ...item, status, pagesDone: 1, totals: all, repeats: 0, ...more };
}

/** The record of a page: the effect on all of its projects, as `before|made|removed`. */
export function page(
  operationId: string,
  projectIds: readonly number[],
  usual = '||',
  pageId = 'P',
): RawItem {
  return {
    PK: `OPERATION#${operationId}`,
    SK: `PAGE#${pageId}`,
    projectIds,
    children: [],
    doneAt: 1,
    usual,
    others: {},
  };
}

export function exceptions(
  operationId: string,
  outcome: string,
  codes: Readonly<Record<string, readonly number[]>>,
  pageId = 'P',
): RawItem {
  return { PK: `OPERATION#${operationId}`, SK: `EXCEPTIONS#${outcome}#${pageId}`, codes };
}

export function open(operationId: string, pageId = 'P'): RawItem {
  return { PK: 'OPEN#1', SK: `${operationId}#${pageId}`, operationId, pageId };
}
