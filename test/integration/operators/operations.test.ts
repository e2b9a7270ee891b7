import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { END_PAGE } from '../../../shared/storage/pages.ts';
import { listActing, removeRegistration } from '../../../shared/storage/registrations.ts';
import { transact } from '../../../shared/storage/write.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';
import { type Aws, startAws } from './support/aws.ts';

const messageSchema = z.object({ operationId: z.string(), pageId: z.string() });

let aws: Aws;
let there: World;

beforeEach(async () => {
  aws = await startAws();
  there = world(testEnvironment(aws.table, { now: Date.now() }));
  await there.group(1, null);
  await there.group(2, null);
  await there.project(10, 1);
});
afterEach(async () => aws[Symbol.asyncDispose]());

/** Pages of the messages in the queue. */
async function sent(): Promise<readonly string[]> {
  const messages = await aws.lying('attach-worker');
  return messages.map(({ body }) => messageSchema.parse(JSON.parse(body)).pageId).toSorted();
}

describe('operations resend', () => {
  it('sends what is open of an operation, in the group of its root', async () => {
    const { id } = await there.accepted({ groupIds: [1] });
    const { code, data, notes } = await aws.run(['operations', 'resend', id]);
    expect(code).toBe(0);
    expect(data).toMatch(
      /^What +ATTACH of profile \d+ on group 1\nRoot +group 1\nStatus +PENDING\nBy +\S+, 20/m,
    );
    expect(data).toMatch(/^G +to be visited +\d+ s ago +0$/m);
    expect(notes).toContain('Sent 2 messages of the operation, which is PENDING.');
    expect(await sent()).toEqual([END_PAGE, 'G']);
    expect((await aws.lying('attach-worker')).map(({ group }) => group)).toEqual(['1', '1']);
  });

  it('sends nothing in a dry run, and tells as data what is open', async () => {
    const { id } = await there.accepted({ groupIds: [1] });
    const { data, notes } = await aws.run(['operations', 'resend', id, '--dry-run', '--json']);
    expect(JSON.parse(data)).toMatchObject({
      operationId: id,
      kind: 'ATTACH',
      rootId: 1,
      groupIds: [1],
      createdAt: expect.stringMatching(/Z$/),
      status: 'PENDING',
      stalledAt: null,
      pages: expect.arrayContaining([expect.objectContaining({ pageId: 'G', left: 'to be visited' })]),
    });
    expect(notes).toContain('Would send 2 messages.');
    expect(await sent()).toEqual([]);
  });

  it('sends nothing of an operation that has ended, and says so', async () => {
    const { id } = await there.ended(await there.request({ groupIds: [1] }));
    const { code, data, notes } = await aws.run(['operations', 'resend', id]);
    expect(code).toBe(0);
    expect(data).toMatch(
      /^Operation .*\n(.*\n){2}Status +SUCCEEDED\n.*\nPages +\d+ done of \d+ that are known\nProjects +1 applied, /,
    );
    expect(notes).toContain('it is SUCCEEDED, and there is nothing to send.');
    expect(await sent()).toEqual([]);
  });

  it('says that there is no such operation', async () => {
    const { code, notes } = await aws.run(['operations', 'resend', '01KNONE']);
    expect(code).toBe(1);
    expect(notes).toContain('There is no operation 01KNONE in ScanProfiles');
  });
});

describe('sweep', () => {
  /** A project that holds what its root does not have, as a mistake or a restored backup could leave it. */
  async function misplace(): Promise<void> {
    await there.ended(await there.request({ groupIds: [1] }));
    await there.event('ProjectTransferredEvent', {
      project_id: 10,
      old_namespace_id: 1,
      new_namespace_id: 2,
    });
    // The clean-up that came with the move is lost, with all that is open of it.
    there.env.attachQueue.messages.length = 0;
    for (const registration of await listActing(aws.table, 1, Date.now()))
      await transact(aws.table, [removeRegistration({ ...registration, id: registration.operationId })]);
  }

  it('finds nothing where nothing is out of place', async () => {
    await there.ended(await there.request({ groupIds: [1] }));
    const { code, data } = await aws.run(['sweep']);
    expect([code, data]).toEqual([0, 'Looked at 1 project: nothing is out of place.\n']);
    expect(await sent()).toEqual([]);
  });

  it.each([
    [['--dry-run'], 'Interrupted. Nothing is changed.'],
    [[], 'Interrupted. What was found so far is being repaired.'],
  ])('says where it is interrupted what became of what was found: %j', async (how, note) => {
    const { code, notes } = await aws.run(['sweep', ...how], { signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(notes).toContain(note);
  });

  it.each([[[]], [['--recent']]])(
    'repairs what is out of place, and tells the operations: %j',
    async (how) => {
      await misplace();
      const dry = await aws.run(['sweep', ...how, '--dry-run', '--json']);
      expect(dry.code).toBe(2);
      const found = [{ rootId: 1, projectIds: [10] }];
      expect(JSON.parse(dry.data)).toEqual({ looked: 1, repairs: 1, operations: [], finished: true, found });
      expect((await aws.run(['sweep', ...how, '--dry-run'])).data).toBe(
        'Looked at 1 project: 1 project held attachments that are out of place. Nothing is changed.\ngroup 1: project 10\n',
      );
      expect(await sent()).toEqual([]);

      const { code, data, notes } = await aws.run(['sweep', ...how]);
      expect(code).toBe(0);
      const [summary, id = ''] = data.split('\n');
      expect(summary).toBe(
        'Looked at 1 project: 1 project held attachments that are out of place. Repaired by:',
      );
      expect(notes).toContain(`npx scan-profiles operations show ${id} --watch`);
      expect(await sent()).toEqual(['P']);
      expect((await there.operation(id)).change.kind).toBe('REHOME');
    },
  );
});
