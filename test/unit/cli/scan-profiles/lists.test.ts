import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operation, pageOf, results, resultsOf, SAST, SECRETS, totals } from './support/data.ts';
import { Deployment, refusal } from './support/deployment.ts';
import { runAt } from './support/run.ts';

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly [filter: string]: unknown;
}

const OPERATIONS = Array.from({ length: 250 }, (_, index) => operation({ id: `OP${index}` }));
const ids = z.array(z.object({ id: z.string() })).transform((all) => all.map(({ id }) => id));

async function logged() {
  const filters: object[] = [];
  const deployment = await Deployment.of({
    group: ({ fullPath }: { readonly fullPath: string }) =>
      fullPath === 'top'
        ? {
            availableSecurityScanProfiles: [SECRETS, SAST],
            securityScanProfileOperations: ({ first, after, ...filter }: PageArguments) => {
              filters.push(filter);
              return pageOf(OPERATIONS, { first, after: after ?? null });
            },
          }
        : null,
  });
  const { url, asked, mishaps } = deployment;
  return {
    url,
    asked,
    mishaps,
    filters,
    [Symbol.asyncDispose]: async () => deployment[Symbol.asyncDispose](),
  };
}

describe('a list of operations', () => {
  it('is every one as data, page after page', async () => {
    await using deployment = await logged();
    const json = await runAt(deployment, ['operations', 'list', 'top', '--json']);
    expect(ids.parse(JSON.parse(json.data))).toEqual(OPERATIONS.map(({ id }) => id));
    const csv = await runAt(deployment, ['operations', 'list', 'top', '--csv']);
    expect(csv.data.split('\n')).toHaveLength(252);
    expect(csv.data).toContain('\nOP249,ATTACH,SUCCEEDED,APPEND,false,');
    expect(deployment.asked).toHaveLength(6);
  });

  it.each([
    [[], 21, true],
    [['--limit', '150'], 151, true],
    [['--limit', '250'], 251, false],
  ])('is the newest as text with %j, and says if there are more', async (limit, lines, isCut) => {
    await using deployment = await logged();
    const { data, notes } = await runAt(deployment, ['operations', 'list', 'top', ...limit]);
    expect(data.trimEnd().split('\n')).toHaveLength(lines);
    expect(notes.includes('There are more')).toBe(isCut);
  });

  it('is limited as data too', async () => {
    await using deployment = await logged();
    const { data } = await runAt(deployment, ['operations', 'list', 'top', '--json', '--limit', '101']);
    expect(ids.parse(JSON.parse(data))).toHaveLength(101);
    expect(deployment.asked.map(({ variables }) => variables['first'])).toEqual([100, 1]);
  });

  it('is filtered by the API', async () => {
    await using deployment = await logged();
    const filter = ['--kind', 'undo', '--status', 'partial', '--actor', 'me', '--profile', 'our sast'];
    const times = [
      '--created-after',
      '2026-11-22T13:00:00+01:00',
      '--created-before',
      '2026-11-23T00:00:00Z',
    ];
    expect(await runAt(deployment, ['operations', 'list', 'top', ...filter, ...times])).toMatchObject({
      code: 0,
    });
    expect(deployment.filters).toEqual([
      {
        kind: 'UNDO',
        status: 'PARTIAL',
        actorId: 'me',
        profileId: SAST.id,
        createdAfter: '2026-11-22T12:00:00.000Z',
        createdBefore: '2026-11-23T00:00:00.000Z',
      },
    ]);
  });

  it('is of a top-level group, and for another that one is named', async () => {
    await using deployment = await logged();
    deployment.mishaps.push(refusal('BAD_USER_INPUT', 'no top-level group'));
    const { code, notes } = await runAt(deployment, ['operations', 'list', 'top/below']);
    expect(code).toBe(1);
    expect(notes).toContain('npx scan-profiles operations list top\n');
  });

  it('is refused for a group that is not there', async () => {
    await using deployment = await logged();
    const { code, notes } = await runAt(deployment, ['operations', 'list', 'none', '--csv']);
    expect(code).toBe(1);
    expect(notes).toContain('none');
  });
});

describe('the results of an operation', () => {
  const all = [...results(240, 'APPLIED'), ...results(10, 'FAILED', 'LIMIT_REACHED', 241)];
  const shown = operation({
    status: 'PARTIAL',
    totals: totals({ applied: 240, failed: 10 }),
    results: resultsOf(all),
  });
  const deployed = async (): Promise<Deployment> =>
    Deployment.of({
      securityScanProfileOperation: ({ id }: { readonly id: string }) => (id === 'OP1' ? shown : null),
    });

  it('are all in one JSON document with the operation', async () => {
    await using deployment = await deployed();
    const { code, data } = await runAt(deployment, ['operations', 'show', 'OP1', '--json']);
    expect(code).toBe(0);
    const { results: found } = z.object({ results: z.array(z.unknown()) }).parse(JSON.parse(data));
    expect(found).toHaveLength(250);
    expect(JSON.parse(data)).toMatchObject({ id: 'OP1', totals: totals({ applied: 240, failed: 10 }) });
  });

  it('are a row each as CSV, filtered', async () => {
    await using deployment = await deployed();
    const { data } = await runAt(deployment, ['operations', 'show', 'OP1', '--csv', '--outcome', 'failed']);
    expect(data.trimEnd().split('\n')).toHaveLength(11);
    expect(data).toContain(
      'gid://gitlab/Project/241,top/p241,FAILED,LIMIT_REACHED,"because of LIMIT_REACHED",true,,,,\n',
    );
  });

  it('follow the head as text', async () => {
    await using deployment = await deployed();
    const { data, notes } = await runAt(deployment, ['operations', 'show', 'OP1', '--code', 'LIMIT_REACHED']);
    expect(data).toContain('Projects   250: 240 applied, 0 unchanged, 0 skipped, 10 failed');
    expect(data).toContain('top/p250');
    expect(data).not.toContain('top/p1 ');
    expect(notes).toContain('operations retry OP1');
  });

  it('are none of an operation that is not there', async () => {
    await using deployment = await deployed();
    const { code, data, notes } = await runAt(deployment, ['operations', 'show', 'OP2', '--json']);
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(notes).toContain('operations list GROUP');
  });
});

describe('a list of profiles', () => {
  it('says what --profile takes', async () => {
    await using deployment = await logged();
    const { data } = await runAt(deployment, ['profiles', 'list', 'top']);
    expect(data).toMatch(/^secret_detection {2}Secret Detection \(default\) /m);
    expect(data).toMatch(/^7 +Our SAST +SAST +no /m);
  });

  it('has no character that steers a terminal', async () => {
    const name = 'a\u001b[2Jb\u202ec';
    const profiles = [{ ...SAST, name }];
    await using deployment = await Deployment.of({ group: { availableSecurityScanProfiles: profiles } });
    const { data } = await runAt(deployment, ['profiles', 'list', 'top']);
    expect(data).toContain('a\u{fffd}[2Jb\u{fffd}c');
  });
});
