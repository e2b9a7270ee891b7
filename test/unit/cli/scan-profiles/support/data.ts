/** Made-up data in the shape of the schema. */

export const SAST = {
  id: 'gid://gitlab/Security::ScanProfile/7',
  name: 'Our SAST',
  description: 'ours',
  scanType: 'SAST',
  gitlabRecommended: false,
  triggers: ['DEFAULT_BRANCH_PIPELINE'],
};

export const SECRETS = {
  id: 'gid://gitlab/Security::ScanProfile/secret_detection',
  name: 'Secret Detection (default)',
  description: 'Finds credentials',
  scanType: 'SECRET_DETECTION',
  gitlabRecommended: true,
  triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE'],
};

/** An operation that has ended well. */
export function operation(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'OP1',
    kind: 'ATTACH',
    status: 'SUCCEEDED',
    mode: 'APPEND',
    dryRun: false,
    createdAt: '2026-11-22T08:50:01.000Z',
    finishedAt: '2026-11-22T08:50:03.500Z',
    actor: { id: 'owner' },
    profile: SAST,
    totals: totals({ applied: 3 }),
    projectIds: [],
    groupIds: ['gid://gitlab/Group/1'],
    expectedProjects: null,
    progress: { pagesKnown: 1, pagesDone: 1 },
    stalled: false,
    results: resultsOf([]),
    ...change,
  };
}

export function totals(
  counts: Partial<Record<'applied' | 'unchanged' | 'skipped' | 'failed', number>>,
): object {
  const { applied = 0, unchanged = 0, skipped = 0, failed = 0 } = counts;
  return { projects: applied + unchanged + skipped + failed, applied, unchanged, skipped, failed };
}

export interface StubResult {
  readonly projectId: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly [field: string]: unknown;
}

/** So many results of one kind, numbered from `from`. */
export function results(
  count: number,
  outcome: string,
  code: string | null = null,
  from = 1,
): readonly StubResult[] {
  return Array.from({ length: count }, (_, index) => ({
    projectId: `gid://gitlab/Project/${from + index}`,
    project: { fullPath: `top/p${from + index}` },
    outcome,
    code,
    message: code === null ? '' : `because of ${code}`,
    retryable: outcome === 'FAILED',
    before: [],
    after: outcome === 'APPLIED' ? [SAST] : [],
  }));
}

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** Results that one page looks through: one that hardly finds anything ends early, as in the API. */
const LOOKED_THROUGH = 2_000;

/** The connection of results, filtered and in pages as the API gives them. */
export function resultsOf(all: readonly StubResult[]) {
  type Filter = Partial<Pick<StubResult, 'outcome' | 'code'>>;
  return ({ outcome, code, first, after }: PageArguments & Filter): object => {
    const nodes: StubResult[] = [];
    const start = Number(after ?? 0);
    let end = start;
    while (end < Math.min(all.length, start + LOOKED_THROUGH) && nodes.length < first) {
      const each = all[end];
      if (each && (!outcome || each.outcome === outcome) && (!code || each.code === code)) nodes.push(each);
      end += 1;
    }
    return { nodes, pageInfo: { hasNextPage: end < all.length, endCursor: String(end) } };
  };
}

export function pageOf(all: readonly unknown[], { first, after }: PageArguments): object {
  const start = Number(after ?? 0);
  const end = Math.min(start + first, all.length);
  return {
    nodes: all.slice(start, end),
    pageInfo: { hasNextPage: end < all.length, endCursor: end > start ? String(end) : null },
  };
}
