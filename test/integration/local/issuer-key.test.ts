import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeKey, readKey } from '../../../local/issuer/key.ts';
import { STATE_FILES } from '../../../local/lifecycle/own-files.ts';

let stateDir: string;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'issuer-key-'));
});
afterEach(async () => rm(stateDir, { recursive: true }));

it('is made whole or not at all: what a killed start left half written is no key', async () => {
  await writeFile(join(stateDir, STATE_FILES.keyDraft), '{"kty":"R');
  expect(await readKey(stateDir)).toBeUndefined();
  await makeKey(stateDir);
  expect((await readKey(stateDir))?.publicJwk.kid).toBeTypeOf('string');
  expect(await readdir(stateDir)).toEqual([STATE_FILES.key]);
  expect((await stat(join(stateDir, STATE_FILES.key))).mode & 0o777).toBe(0o600);
});
