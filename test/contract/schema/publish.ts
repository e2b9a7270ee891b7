/**
 * `npm run schema:publish`: makes the present schema the one that clients may rely on. Refuses where that breaks what
 * they rely on already; with `--breaking` it is done all the same.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { changesBetween, contractOf } from './compare.ts';

const PUBLISHED = new URL('./published.graphql', import.meta.url);

const { values } = parseArgs({ options: { breaking: { type: 'boolean', default: false } } });
const present = await contractOf(typeDefinitions);
const { breaking, other } = await changesBetween(await readFile(PUBLISHED, 'utf8'), present);
for (const message of other) console.log(`  ${message}`);
for (const message of breaking) console.error(`  BREAKING: ${message}`);
if (breaking.length > 0 && !values.breaking) {
  console.error(
    `\nNot published: ${breaking.length} changes break documents or clients. If that is meant: npm run schema:publish -- --breaking`,
  );
  process.exitCode = 1;
} else {
  await writeFile(PUBLISHED, present);
  console.log(`Published: ${other.length} changes that break nothing, ${breaking.length} that do.`);
}
