import type { ChildProcess } from 'node:child_process';

/** Ends a child with this process, however that ends, unless it has ended before. */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): void {
  const end = (): boolean => child.kill(signal);
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
}
