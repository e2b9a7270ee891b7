import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../../shared/import/lines.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterAll(async () => rm(directory, { recursive: true }));

async function linesOfContent(content: string | Buffer): Promise<readonly Line[]> {
  const path = join(directory, 'file');
  await writeFile(path, content);
  const lines: Line[] = [];
  for await (const line of linesOf(path)) lines.push(line);
  return lines;
}

/** Numbers that do not repeat, so that a gzip file of them is long. */
function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `${(index * 7919) % 99_991} ü\n`).join('');
}

describe('the lines of a file', () => {
  it('are whole though the file is read in pieces', async () => {
    const lines = await linesOfContent(many(30_000));
    expect(lines).toHaveLength(30_000);
    expect(lines[29_999]).toEqual({ number: 30_000, text: `${(29_999 * 7919) % 99_991} ü` });
  });

  it('are the same from a gzip file, also of several members', async () => {
    const parts = [many(10), many(20_000)];
    expect(await linesOfContent(Buffer.concat(parts.map((part) => gzipSync(part))))).toEqual(
      await linesOfContent(parts.join('')),
    );
  });

  it('are none where there is nothing', async () => {
    expect(await linesOfContent('')).toEqual([]);
    expect(await linesOfContent('\n \n')).toEqual([]);
    expect(await linesOfContent(gzipSync(''))).toEqual([]);
  });

  it('may be as short as one byte', async () => {
    expect(await linesOfContent('1')).toEqual([{ number: 1, text: '1' }]);
  });

  it('end where a gzip file is damaged, after all that was before', async () => {
    const whole = gzipSync(many(30_000));
    const lines = await linesOfContent(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.length).toBeLessThan(30_000);
    expect(lines.at(-1)).toMatchObject({ number: lines.length, problem: expect.stringContaining('damaged') });
  });

  it('that are no UTF-8 are told apart from their neighbours', async () => {
    const bytes = Buffer.concat([Buffer.from('1\n'), Buffer.from([0xff, 0x0a]), Buffer.from('3\n')]);
    expect(await linesOfContent(bytes)).toEqual([
      { number: 1, text: '1' },
      { number: 2, problem: 'not UTF-8' },
      { number: 3, text: '3' },
    ]);
  });
});
