/** `npx scan-profiles`: attaches scan profiles and looks after operations, on any deployment. Started by its launcher. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { standardInput } from './scan-profiles/input/input.ts';
import { main } from './scan-profiles/main.ts';

const interruption = new AbortController();
const { signal } = interruption;

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.abort());

// Who reads the data may have had enough of it, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  terminal: process.stderr,
  input: standardInput(process.stdin, signal),
  signal,
  output: {
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain', { signal });
    },
  },
  wait: async (milliseconds) => sleep(milliseconds, undefined, { signal }),
  newKey: () => randomUUID(),
});
