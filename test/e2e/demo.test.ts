import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npm } from './support/command.ts';
import { eventually } from './support/eventually.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-test-'));
});
afterEach(async () => rm(directory, { recursive: true, force: true }));

/** No stack runs there, and what the tour makes for itself is made there too. */
function environment(): Record<string, string> {
  return { SCAN_PROFILES_STATE_DIR: join(directory, 'state'), TMPDIR: directory };
}

/** npm keeps a cache of its own beside it. */
async function leftovers(): Promise<readonly string[]> {
  return (await readdir(directory)).filter((name) => name.startsWith('scan-profiles-demo-'));
}

describe('npm run demo', () => {
  it('starts a stack where none runs, and on Ctrl-C leaves nothing behind', async () => {
    const demo = npm(['run', '--silent', 'demo'], environment());
    await eventually(async () => {
      expect(demo.output()).toContain('groups and projects');
      expect(await leftovers()).toHaveLength(1);
    });
    demo.pressControlC();
    expect(await demo.ended, demo.output()).not.toBe(0);
    expect(await leftovers()).toEqual([]);
  });
});
