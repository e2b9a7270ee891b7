import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Aws, startAws } from './support/aws.ts';
import { LATER_PAGE, MALFORMED_TRANSFER, PAGE, TRANSFER } from './support/messages.ts';

let aws: Aws;

beforeEach(async () => {
  aws = await startAws();
});
afterEach(async () => aws[Symbol.asyncDispose]());

const ALL = ['dead-letters', 'redrive', 'attach-worker', '--all'];

function pages(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({ ...PAGE, pageId: `G~${index}` }));
}

describe('dead-letters redrive', () => {
  it('sends all that can be understood back, each in its group, and leaves the rest', async () => {
    for (const [index, page] of pages(23).entries())
      await aws.bury('attach-worker', page, { group: String(index % 2) });
    const left = await aws.bury('attach-worker', LATER_PAGE, { group: '1' });
    const { code, data, notes } = await aws.run([...ALL, '--yes', '--csv']);
    expect(code).toBe(2);
    const rows = data.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^fate,queue,id,/);
    expect(rows.filter((row) => row.startsWith('SENT,'))).toHaveLength(23);
    expect(rows.filter((row) => row.startsWith('LEFT,'))).toEqual([expect.stringContaining(left)]);
    expect(notes).toContain('Sent 23 messages back to attach-worker.');
    expect(notes).toContain('Not sent: 1 message of attach-worker-dead-letter.');
    expect(notes).toContain(
      `What a later release sent waits for that release: npx scan-profiles dead-letters show attach-worker ${left}`,
    );
    expect(notes).not.toContain('no try can help');

    const sent = await aws.lying('attach-worker');
    for (const { body, group } of sent) {
      const [, number = ''] = /G~(\d+)/.exec(body) ?? [];
      expect(group).toBe(String(Number(number) % 2));
    }
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toMatchObject([
      { body: JSON.stringify(LATER_PAGE) },
    ]);
  });

  it('sends nothing where nothing can be understood, and says so', async () => {
    const left = await aws.bury('cleanup-worker', MALFORMED_TRANSFER);
    for (const how of ['--dry-run', '--yes']) {
      const { code, notes } = await aws.run(['dead-letters', 'redrive', 'cleanup-worker', '--all', how]);
      expect([how, code]).toEqual([how, 2]);
      expect(notes).toContain(`no try can help: npx scan-profiles dead-letters show cleanup-worker ${left}`);
    }
    const { notes } = await aws.run(['dead-letters', 'list', 'cleanup-worker']);
    expect(notes).not.toContain('redrive');
    expect(notes).toContain(`npx scan-profiles dead-letters delete cleanup-worker ${left}`);
  });

  it('sends events that are too large for one call together', async () => {
    const large = { ...TRANSFER, detail: { ...TRANSFER.detail, note: 'x'.repeat(240_000) } };
    for (let count = 0; count < 5; count += 1) await aws.bury('cleanup-worker', large);
    const { code } = await aws.run(['dead-letters', 'redrive', 'cleanup-worker', '--all', '--yes']);
    expect(code).toBe(0);
    expect(await aws.lying('cleanup-worker')).toHaveLength(5);
  });

  it('sends what is named, in that order, also what is not understood, without the notes of EventBridge', async () => {
    const first = await aws.bury('cleanup-worker', TRANSFER);
    const second = await aws.bury('cleanup-worker', MALFORMED_TRANSFER, {
      attributes: { ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'no', tenant: 'a' },
    });
    await aws.bury('cleanup-worker', { ...TRANSFER, id: 'event-2' });
    const typed = ['dead-letters', 'redrive', 'cleanup-worker', second, first, '--yes'];
    expect(await aws.run(typed)).toMatchObject({ code: 0 });
    expect(await aws.lying('cleanup-worker')).toEqual([
      { body: JSON.stringify(MALFORMED_TRANSFER), group: undefined, attributes: { tenant: 'a' } },
      { body: JSON.stringify(TRANSFER), group: undefined, attributes: {} },
    ]);
    expect(await aws.lying('cleanup-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });

  it('sends nothing where one of those that are named is not there', async () => {
    const id = await aws.bury('attach-worker', PAGE);
    const { code, notes } = await aws.run(['dead-letters', 'redrive', 'attach-worker', id, 'gone', '--yes']);
    expect(code).toBe(1);
    expect(notes).toContain('has no message gone.');
    expect(await aws.lying('attach-worker')).toEqual([]);
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });

  it('changes nothing in a dry run, and shows what it would send', async () => {
    const id = await aws.bury('attach-worker', PAGE, { group: '12' });
    const { code, data, notes } = await aws.run([...ALL, '--dry-run']);
    expect(code).toBe(0);
    expect(data).toMatch(new RegExp(`^${id} .* page G~1 of operation 01M8EXAMPLE$`, 'm'));
    expect(notes).toContain('Would send 1 message back to attach-worker. Nothing is changed.');
    expect(await aws.lying('attach-worker')).toEqual([]);
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });

  it.each([
    ['y', 0, 1],
    ['no', 1, 0],
  ])('asks first: after %j it ends with %i', async (answer, code, sent) => {
    await aws.bury('attach-worker', PAGE);
    const ran = await aws.run(ALL, { answer });
    expect(ran.code).toBe(code);
    expect(ran.notes).toMatch(
      /^Send all messages \(about 1\) of attach-worker-dead-letter of ScanProfiles .*\[y\/N\]/,
    );
    expect(await aws.lying('attach-worker')).toHaveLength(sent);
  });

  it('does nothing where nobody can be asked', async () => {
    await aws.bury('attach-worker', PAGE);
    const { code, notes } = await aws.run(ALL);
    expect(code).toBe(64);
    expect(notes).toContain('say --yes, or --dry-run to look first');
    expect(await aws.lying('attach-worker')).toEqual([]);
  });

  it('removes nothing that was not sent', async () => {
    await aws.bury('attach-worker', PAGE);
    await aws.dropQueue('attach-worker');
    const { code, notes } = await aws.run([...ALL, '--yes']);
    expect(code).toBe(1);
    expect(notes).toContain('There is no queue attach-worker of ScanProfiles');
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });

  it('says how far it came where it is interrupted', async () => {
    await aws.bury('attach-worker', PAGE);
    const signal = AbortSignal.abort();
    const { code, notes } = await aws.run([...ALL, '--yes'], { signal });
    expect(code).toBe(130);
    expect(notes).toContain('Interrupted.');
    expect(await aws.lying('attach-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });
});

describe('dead-letters delete', () => {
  it('deletes what is named, and nothing else', async () => {
    const id = await aws.bury('cleanup-worker', MALFORMED_TRANSFER);
    await aws.bury('cleanup-worker', TRANSFER);
    const { code, notes } = await aws.run(['dead-letters', 'delete', 'cleanup-worker', id], {
      answer: 'yes',
    });
    expect(code).toBe(0);
    expect(notes).toContain('Delete 1 message of cleanup-worker-dead-letter of ScanProfiles');
    expect(notes).toContain(`Deleted ${id}: not understood`);
    expect(await aws.lying('cleanup-worker')).toEqual([]);
    expect(await aws.lying('cleanup-worker', 'DEAD_LETTERS')).toMatchObject([
      { body: JSON.stringify(TRANSFER) },
    ]);
  });

  it('deletes nothing where nobody can be asked, and names what it has to look first', async () => {
    const id = await aws.bury('cleanup-worker', MALFORMED_TRANSFER);
    const { code, notes } = await aws.run(['dead-letters', 'delete', 'cleanup-worker', id]);
    expect(code).toBe(64);
    expect(notes).toContain('say --yes, or "dead-letters show" to look first');
    expect(await aws.lying('cleanup-worker', 'DEAD_LETTERS')).toHaveLength(1);
  });
});
