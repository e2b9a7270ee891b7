/**
 * Makes `functions/graphql/generated/` from the SDL modules next to this file: `npm run generate`. With `--check` it
 * writes nothing and ends with exit code 1 where what is there is not what would be written.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { render } from './render.ts';

const SCHEMA = new URL('./', import.meta.url);
const GENERATED = new URL('../generated/', import.meta.url);

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const files = await render(SCHEMA);
if (values.check) await check();
else await write();

async function check(): Promise<void> {
  for (const [name, text] of files) {
    const present = await readFile(new URL(name, GENERATED), 'utf8').catch(() => undefined);
    if (present === text) continue;
    const state = present === undefined ? 'is missing' : 'does not fit the SDL in functions/graphql/schema';
    process.stderr.write(`functions/graphql/generated/${name} ${state}. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}

async function write(): Promise<void> {
  await mkdir(GENERATED, { recursive: true });
  for (const [name, text] of files) await writeFile(new URL(name, GENERATED), text);
}
