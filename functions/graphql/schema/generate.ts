/**
 * Makes `functions/graphql/generated/` and `docs/api-reference.md` from the SDL modules next to this file:
 * `npm run generate`. With `--check` it writes nothing and ends with exit code 1 where what is there is not what would
 * be written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { render } from './render.ts';

const SCHEMA = new URL('./', import.meta.url);
const ROOT = new URL('../../../', import.meta.url);

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const files = await render(SCHEMA);
if (values.check) await check();
else await write();

async function check(): Promise<void> {
  for (const [path, text] of files) {
    const present = await readFile(new URL(path, ROOT), 'utf8').catch(() => undefined);
    if (present === text) continue;
    const state = present === undefined ? 'is missing' : 'does not fit the SDL in functions/graphql/schema';
    process.stderr.write(`${path} ${state}. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}

async function write(): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(new URL('./', new URL(path, ROOT)), { recursive: true });
    await writeFile(new URL(path, ROOT), text);
  }
}
