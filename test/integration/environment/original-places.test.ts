import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { SETTINGS } from '../../../infra/bundle/bundle.ts';
import { describeError } from '../../../shared/environment/log/describe-error.ts';

const bundled = z.object({
  required: z.custom<(name: string) => string>((value) => typeof value === 'function'),
});

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'places '));
});
afterAll(async () => rm(directory, { recursive: true }));

/** The stack in the log of an error that is thrown in a bundle. */
async function stackOf(bundle: string, sourcemap: boolean): Promise<unknown> {
  const outfile = join(directory, `${bundle}.mjs`);
  const entryPoints = ['shared/environment/variables.ts'];
  await build({ ...SETTINGS, entryPoints, outfile, ...(sourcemap && { sourcemap: 'linked' }) });
  const { required } = bundled.parse({ ...(await import(pathToFileURL(outfile).href)) });
  try {
    return required('NO_SUCH_VARIABLE');
  } catch (error) {
    return describeError(error)['stack'];
  }
}

it('an error in a bundle is told with its place in the sources', async () => {
  expect(await stackOf('with-map', true)).toMatch(/shared\/environment\/variables\.ts:4:\d+/);
});

it('without a map it is told with its place in the bundle', async () => {
  expect(await stackOf('without-map', false)).toMatch(/without-map\.mjs:\d+:\d+/);
});
