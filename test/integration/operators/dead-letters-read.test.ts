import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aws, startAws } from './support/aws.ts';
import { LATER_PAGE, MALFORMED_TRANSFER, PAGE, SCAN, TRANSFER } from './support/messages.ts';

let aws: Aws;
let page: string;
let later: string;
let malformed: string;
let undelivered: string;

beforeAll(async () => {
  aws = await startAws();
  page = await aws.bury('attach-worker', PAGE, { group: '12' });
  later = await aws.bury('attach-worker', LATER_PAGE);
  malformed = await aws.bury('cleanup-worker', MALFORMED_TRANSFER);
  undelivered = await aws.bury('cleanup-worker', TRANSFER, {
    attributes: { RULE_ARN: 'arn:rule', ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'not allowed' },
  });
  await aws.bury('status-worker', SCAN);
});
afterAll(async () => aws[Symbol.asyncDispose]());

describe('dead-letters list', () => {
  it('tells of each queue how many there are, and what each is', async () => {
    const { code, data, notes } = await aws.run(['dead-letters', 'list']);
    expect(code).toBe(0);
    expect(data).toMatch(/^attach-worker-dead-letter: 2 messages$/m);
    expect(data).toMatch(/^cleanup-worker-dead-letter: 2 messages$/m);
    expect(data).toMatch(/^status-worker-dead-letter: 1 message$/m);
    expect(data).toMatch(new RegExp(`^${page} +\\d+ +\\d+ s +page G~1 of operation 01M8EXAMPLE$`, 'm'));
    expect(data).toMatch(new RegExp(`^${later} .* page as a later release sends it \\(version 3\\)$`, 'm'));
    expect(data).toMatch(new RegExp(`^${malformed} .* not understood$`, 'm'));
    expect(data).toMatch(/ ProjectTransferredEvent of project 7$/m);
    expect(data).toMatch(/ SecurityScanFinishedEvent of project 9$/m);
    expect(notes).toContain(
      `npx scan-profiles dead-letters show attach-worker ${page} --outputs ${aws.outputs}`,
    );
  });

  it('offers to try again where that can help, and to delete what no try can help', async () => {
    const { notes } = await aws.run(['dead-letters', 'list']);
    for (const queue of ['attach-worker', 'cleanup-worker', 'status-worker'])
      expect(notes).toContain(`npx scan-profiles dead-letters redrive ${queue} --all`);
    expect(notes).toContain(`npx scan-profiles dead-letters delete cleanup-worker ${malformed}`);
    expect(notes).not.toContain(later);
  });

  it('leaves every message in sight', async () => {
    await aws.run(['dead-letters', 'list']);
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toHaveLength(2);
    expect(await aws.lying('cleanup-worker', 'DEAD_LETTERS')).toHaveLength(2);
  });

  it('is data about one queue', async () => {
    const { data } = await aws.run(['dead-letters', 'list', 'attach-worker-dead-letter', '--json']);
    expect(JSON.parse(data)).toEqual([
      {
        queue: 'attach-worker',
        messages: 2,
        outOfSight: 0,
        deadLetters: [
          expect.objectContaining({
            id: page,
            receives: expect.any(Number),
            sentAt: expect.stringMatching(/Z$/),
            group: '12',
            understood: true,
            operationId: '01M8EXAMPLE',
            pageId: 'G~1',
            reason: null,
          }),
          expect.objectContaining({
            id: later,
            understood: false,
            reason: 'it is of version 3, which is later than this release knows',
          }),
        ],
      },
    ]);
    const csv = (await aws.run(['dead-letters', 'list', '--csv'])).data.split('\n');
    expect(csv.filter((line) => /^[a-z]+-worker,/.test(line))).toHaveLength(5);
    expect(csv[0]).toBe(
      'queue,id,receives,sentAt,group,understood,operationId,pageId,detailType,node,reason',
    );
  });

  it('shows as many as were asked for, and says that there are more', async () => {
    const { data } = await aws.run(['dead-letters', 'list', 'cleanup-worker', '--limit', '1']);
    expect(data).toMatch(/^cleanup-worker-dead-letter: about 2 messages\n.*\n.*\n… --limit N shows more\n$/);
  });
});

describe('dead-letters show', () => {
  it('shows all of a message, with the reason, and what can be done', async () => {
    const { code, data, notes } = await aws.run(['dead-letters', 'show', 'cleanup-worker', malformed]);
    expect(code).toBe(0);
    expect(data).toMatch(/^What +not understood$/m);
    expect(data).toMatch(/^Reason +.*expected number, received string$/m);
    expect(data).toContain('"detail-type": "ProjectTransferredEvent"');
    expect(data).not.toContain('\u001b');
    expect(notes).toContain('docs/events.md');
    expect(notes).toContain(`npx scan-profiles dead-letters delete cleanup-worker ${malformed}`);
  });

  it('keeps what a later release sent for that release', async () => {
    const { data, notes } = await aws.run(['dead-letters', 'show', 'attach-worker', later]);
    expect(data).toMatch(/^Reason +it is of version 3, which is later than this release knows$/m);
    expect(notes).toMatch(/^A later release sent it\. Deploy that one again, then redrive it: npx /);
    expect(notes).toContain('Or leave it: the janitor sends the same page in the form of this release.');
    expect(notes).not.toContain('No further try can help');
  });

  it('tells why EventBridge could not deliver an event', async () => {
    const { data, notes } = await aws.run(['dead-letters', 'show', 'cleanup-worker', undelivered]);
    expect(data).toMatch(/^Reason +NO_PERMISSIONS: not allowed$/m);
    expect(data).toMatch(/^RULE_ARN +arn:rule$/m);
    expect(notes).toContain(`npx scan-profiles dead-letters redrive cleanup-worker ${undelivered}`);
  });

  it('is data with the body as it is', async () => {
    const { data, notes } = await aws.run(['dead-letters', 'show', 'attach-worker', page, '--json']);
    expect(JSON.parse(data)).toMatchObject({ id: page, group: '12', body: JSON.stringify(PAGE) });
    expect(notes).toContain('No operation of this id is kept any more.');
  });

  it('says that a message is not there', async () => {
    const { code, data, notes } = await aws.run(['dead-letters', 'show', 'attach-worker', malformed]);
    expect([code, data]).toEqual([1, '']);
    expect(notes).toContain(`attach-worker-dead-letter has no message ${malformed}.`);
  });
});

describe('a command about dead letters that makes no sense', () => {
  it.each([
    [['dead-letters', 'list', 'nowhere'], '"nowhere" is no queue: name one of attach-worker, '],
    [['dead-letters', 'list', 'attach-worker', 'x'], 'Name one queue, or none'],
    [['dead-letters', 'show', 'attach-worker'], 'Name one queue and one message'],
    [['dead-letters', 'redrive'], 'Name a queue: one of attach-worker'],
    [['dead-letters', 'redrive', 'attach-worker'], 'Name messages, or say --all'],
    [['dead-letters', 'redrive', 'attach-worker', 'x', '--all'], 'Name messages, or say --all'],
    [['dead-letters', 'delete', 'attach-worker'], 'Name the messages to delete'],
    [['dead-letters', 'list', '--url', 'https://example.com'], '--url does not go with'],
    [['operations', 'list', 'top', '--outputs', 'x'], '--outputs does not go with'],
    [['operations', 'resend'], 'Name one operation'],
  ])('is told so: %j', async (typed, problem) => {
    const { code, data, notes } = await aws.run(typed);
    expect([code, data]).toEqual([64, '']);
    expect(notes).toContain(problem);
  });
});
