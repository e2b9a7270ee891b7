/** `npm run bench`: measures what docs/performance.md tells. */
import * as z from 'zod';
import { Misuse, readTyped, settingsOrEnd, whole } from '../test/support/long-form.ts';
import { BENCHES } from './benches.ts';
import type { Figures } from './bench.ts';
import { jsonOf, markdownOf } from './figures.ts';

const USAGE = `npm run bench -- [NAME…] [--json] [--short] [--size N]

  NAME     of what is measured; without any, all of it, one after the other
  --json   prints one JSON document instead of tables
  --short  smaller trees and fewer rounds
  --size   how many projects the largest tree has, of what grows through several sizes

${BENCHES.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n')}`;

const settings = z.object({
  names: z.array(z.string()),
  json: z.boolean().default(false),
  short: z.boolean().default(false),
  size: whole(1).optional(),
});

const { names, json, short, size } = settingsOrEnd(USAGE, (typed) => {
  const options = { texts: ['size'], flags: ['json', 'short'], takesNames: true };
  const read = readTyped(typed, options, settings).settings;
  const unknown = read.names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) throw new Misuse(`nothing is measured under the name ${unknown.join(', ')}`);
  return read;
});

// What a bench has started ends with this process, and what it keeps goes.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(130));

const chosen = BENCHES.filter(({ name }) => names.length === 0 || names.includes(name));
const measured = new Map<string, readonly Figures[]>();
for (const { name, run } of chosen) {
  const progress = (text: string): void => void process.stderr.write(`${name}: ${text}\n`);
  try {
    measured.set(name, await run({ progress, short, size }));
  } catch (error) {
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}
console.log(json ? jsonOf(measured) : markdownOf(measured));
