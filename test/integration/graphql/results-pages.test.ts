import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_TOTALS } from '../../../shared/domain/operation.ts';
import {
  count,
  DistinctCount,
  type Exceptions,
  OUTCOME_CODES,
  type OutcomeCode,
  type OutcomeKind,
  outcomesIn,
} from '../../../shared/domain/outcome.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { allResults, recorded, type RecordedPage, RESULTS, resultsOf } from './support/results.ts';
import { startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startSmallTree('PROCESS');
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => api.stop());

const KINDS = ['APPLIED', 'UNCHANGED', 'SKIPPED', 'FAILED'] as const satisfies readonly OutcomeKind[];
const KEYS = KINDS.flatMap((kind) => OUTCOME_CODES[kind].map((code) => `${kind}/${code}`));
const CODES = [...new Set<OutcomeCode>(KINDS.flatMap((kind) => OUTCOME_CODES[kind]))];

/** Pages whose projects are, or are not, in other pages too, with any outcomes. */
function pages(ids: fc.Arbitrary<number>): fc.Arbitrary<readonly RecordedPage[]> {
  const outcomes = fc.array(fc.tuple(ids, fc.option(fc.constantFrom(...KEYS))), { maxLength: 6 });
  return fc.array(outcomes, { minLength: 1, maxLength: 8 }).map((lists) =>
    lists.map((list, index) => {
      const distinct = new Map(list);
      const exceptions: Record<string, number[]> = {};
      for (const [id, key] of distinct) if (key !== null) (exceptions[key] ??= []).push(id);
      return { pageId: index === 0 ? 'G' : `G~${index}`, projectIds: [...distinct.keys()], exceptions };
    }),
  );
}

async function stored(given: readonly RecordedPage[]): Promise<string> {
  const all = given.flatMap((page) => [...outcomesIn(page).values()].map(({ kind }) => kind));
  const totals = new DistinctCount(given).totals;
  const distinct = totals.applied + totals.unchanged + totals.skipped + totals.failed;
  return recorded(api, given, totals, { repeats: all.length - distinct });
}

async function countsOf(id: string, first: number): Promise<unknown> {
  const kinds: OutcomeKind[] = [];
  for (const outcome of KINDS) {
    const { nodes } = await allResults(api, id, { outcome, first });
    expect(nodes.every((node) => node.outcome === outcome)).toBe(true);
    kinds.push(...nodes.map(() => outcome));
  }
  return count(kinds);
}

describe('results by outcome agree with the totals, whatever the size of pages', () => {
  it.each([
    ['of projects in one page each', fc.nat(5_000).map((id) => id + 1), 5],
    ['of projects in several pages', fc.integer({ min: 1, max: 12 }), 15],
  ] as const)('%s', async (_name, ids, numRuns) => {
    const property = fc.asyncProperty(pages(ids), fc.integer({ min: 1, max: 7 }), async (given, first) => {
      const id = await stored(given);
      expect(await countsOf(id, first)).toEqual(new DistinctCount(given).totals);
      const { nodes } = await allResults(api, id, { first });
      expect(new Set(nodes.map(({ projectId }) => projectId)).size).toBe(nodes.length);
      expect(count(nodes.map(({ outcome }) => KINDS.find((kind) => kind === outcome) ?? 'FAILED'))).toEqual(
        new DistinctCount(given).totals,
      );
      for (const code of CODES) {
        const coded = await allResults(api, id, { code, first });
        const expected = nodes.filter((node) => node.code === code).map(({ projectId }) => projectId);
        expect(coded.nodes.map(({ projectId }) => projectId).toSorted()).toEqual(expected.toSorted());
      }
    });
    await fc.assert(property, { numRuns });
  });
});

/** Three pages of ten projects; of each two are unchanged and, in the second, three failed. */
async function small(): Promise<string> {
  const given = Array.from({ length: 3 }, (_, index) => {
    const projectIds = Array.from({ length: 10 }, (_unused, at) => 100 * (index + 1) + at);
    const exceptions: Exceptions = {
      'UNCHANGED/ALREADY_ATTACHED': projectIds.slice(0, 2),
      ...(index === 1 ? { 'FAILED/LIMIT_REACHED': projectIds.slice(5, 8) } : {}),
    };
    return { pageId: `G.${index}`, projectIds, exceptions };
  });
  return recorded(api, given, { applied: 21, unchanged: 6, skipped: 0, failed: 3 });
}

describe('a filter reads', () => {
  it('only the exceptions of its kind, unless more is asked for', async () => {
    const id = await small();
    api.commands.length = 0;
    const query = `{ securityScanProfileOperation(id: "${id}") { results(outcome: FAILED) { nodes { projectId code } } } }`;
    expect((await api.ask(query)).text).toContain('LIMIT_REACHED');
    expect(api.commands.filter((command) => command === 'QueryCommand')).toHaveLength(1);
    const batches = api.commands.filter((command) => command === 'BatchGetItemCommand').length;
    api.commands.length = 0;
    await resultsOf(api, id, { outcome: 'FAILED' });
    expect(api.commands.filter((command) => command === 'BatchGetItemCommand').length).toBeGreaterThan(
      batches,
    );
  });

  it('nothing where nothing was counted, or its code is of another outcome', async () => {
    const id = await small();
    for (const filter of [
      { outcome: 'SKIPPED' },
      { code: 'DELETED' },
      { outcome: 'UNCHANGED', code: 'CONFLICT' },
    ]) {
      api.commands.length = 0;
      expect(await resultsOf(api, id, filter)).toEqual({
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
      expect(api.commands).not.toContain('QueryCommand');
    }
  });
});

describe('a page', () => {
  it('ends early, with a cursor to go on, where much has to be read for little', async () => {
    const given = Array.from({ length: 100 }, (_, index) => ({
      pageId: `G.${String(index).padStart(3, '0')}`,
      projectIds: [index + 1],
      exceptions: index === 95 ? {} : { 'UNCHANGED/ALREADY_ATTACHED': [index + 1] },
    }));
    const id = await recorded(api, given, { ...NO_TOTALS, applied: 1, unchanged: 99 });
    const page = await resultsOf(api, id, { outcome: 'APPLIED' });
    expect(page).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
    const all = await allResults(api, id, { outcome: 'APPLIED' });
    expect(all.nodes.map(({ projectId }) => projectId)).toEqual([96]);
    expect(all.pages).toBe(3);
  });

  it('of nothing is the last one: it has no cursor to go on from', async () => {
    expect((await resultsOf(api, await small(), { first: 0 })).pageInfo).toEqual({
      hasNextPage: false,
      endCursor: null,
    });
  });

  it.each([
    ['no cursor at all', 'x'],
    ['nothing', ''],
    ['one of removals', 'removal 10'],
    ['one of no list', 'result OTHER G.0 100'],
    ['one with another filter', 'result UNCHANGED G.0 100'],
    ['one too long for a key', `result PAGES ${'G'.repeat(2_000)} 100`],
  ])('refuses as a cursor: %s', async (_name, text) => {
    const after = Buffer.from(text).toString('base64url');
    const answer = await api.ask(RESULTS, { variables: { id: await small(), after } });
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(['result PAGES G.1 201', 'result PAGES G.0 -', 'result PAGES G.0~7 5', 'result PAGES Z 1'])(
    'begins at what was made up: %s',
    async (text) => {
      const { nodes } = await resultsOf(api, await small(), {
        after: Buffer.from(text).toString('base64url'),
      });
      expect(nodes.map(({ projectId }) => projectId)).toEqual(
        [...Array(30).keys()]
          .map((index) => 100 * (Math.floor(index / 10) + 1) + (index % 10))
          .filter((projectId) => projectId > (text.includes('G.1') ? 201 : text.includes('Z') ? 999 : 199))
          .slice(0, 20),
      );
    },
  );
});
