import { beforeEach, describe, expect, it } from 'vitest';
import { METRICS } from '../../../shared/names.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

let w: World;

/** Root 1 with projects 11 and 12. */
beforeEach(async () => {
  w = world(testEnvironment(inProcessTable().table));
  await w.group(1, null);
  for (const id of [11, 12]) await w.project(id, 1);
});

async function counted(request: Parameters<World['request']>[0]): Promise<Record<string, number>> {
  w.env.log.counts.clear();
  await w.ended(await w.request(request));
  return Object.fromEntries(w.env.log.counts);
}

describe('what is counted of operations', () => {
  it('is what they did, once for each project', async () => {
    expect(await counted({ projectIds: [11] })).toEqual({
      [METRICS.operationAccepted]: 1,
      [METRICS.pageDone]: 1,
      [METRICS.projectApplied]: 1,
      [METRICS.attachmentMade]: 1,
    });
    expect(await counted({ groupIds: [1] })).toEqual({
      [METRICS.operationAccepted]: 1,
      [METRICS.pageDone]: 1,
      [METRICS.projectApplied]: 1,
      [METRICS.projectUnchanged]: 1,
      [METRICS.attachmentMade]: 1,
    });
    expect(await counted({ kind: 'DETACH', groupIds: [1] })).toMatchObject({
      [METRICS.projectApplied]: 2,
      [METRICS.attachmentRemoved]: 2,
    });
  });

  it('is nothing of a preview but that it was accepted', async () => {
    expect(await counted({ groupIds: [1], dryRun: true })).toEqual({ [METRICS.operationAccepted]: 1 });
  });

  it('is how long the worker took for a page', async () => {
    await counted({ groupIds: [1] });
    expect(w.env.log.measures).toEqual([{ metric: METRICS.pageDuration, value: 0, unit: 'Milliseconds' }]);
  });
});

describe('what the janitor measures', () => {
  async function ages(): Promise<readonly number[]> {
    w.env.log.measures.length = 0;
    await w.janitor();
    return [METRICS.oldestRunningOperation, METRICS.oldestOpenPage].map(
      (metric) => w.env.log.measures.find((each) => each.metric === metric)?.value ?? Number.NaN,
    );
  }

  it('is the age in seconds of the oldest operation, and of the last message about its oldest page', async () => {
    expect(await ages()).toEqual([0, 0]);
    await w.accepted({ groupIds: [1] });
    w.env.clock.advance(100_000);
    expect(await ages()).toEqual([100, 100]);
    w.env.clock.advance(200_000);
    expect(await ages()).toEqual([300, 300]);
    w.env.clock.advance(60_000);
    expect(await ages()).toEqual([360, 60]);
    await w.drain();
    expect(await ages()).toEqual([0, 0]);
  });
});
