#!/usr/bin/env node
/**
 * What `npx scan-profiles` runs. Plain JavaScript, because the host's Node.js may be one that cannot read TypeScript:
 * then the clone's own takes over.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../scan-profiles.ts', import.meta.url);
const bundled = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) < 24 && existsSync(bundled)) {
  // Ctrl-C reaches both: the program says what it has to say, and this one waits for it.
  process.on('SIGINT', () => undefined);
  const args = [fileURLToPath(program), ...process.argv.slice(2)];
  const { status } = spawnSync(bundled, args, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  await import('../../shared/environment/node-version.js');
  await import(program.href);
}
