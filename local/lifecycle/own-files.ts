import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What the stack keeps in a data directory. */
export const DATA_FILES = {
  table: 'dynamodb.sqlite',
  events: 'events.sqlite',
  /** The SQS engine chooses the name. */
  messages: 'fauxqs.db',
  firstLoad: 'sample-is-loading',
} as const;

/** What it keeps in a state directory. */
export const STATE_FILES = {
  stack: 'stack.json',
  key: 'issuer-key.json',
  keyDraft: 'issuer-key.json.new',
  logs: 'logs',
} as const;

/** Where a developer can follow what the product publishes on its bus. Among the logs: it is kept and forgotten with them. */
export function publishedEventsFile(stateDir: string): string {
  return join(stateDir, STATE_FILES.logs, 'events.ndjson');
}

export const LOCK_FILE = 'stack.lock';

/** Removes what a stack keeps in a directory, and the directory if that was all. Somebody else's files stay. */
export async function forget(directory: string, names: readonly string[]): Promise<void> {
  const entries = await readdir(directory).catch(() => []);
  // SQLite adds "-wal" and "-shm" to the names of its files.
  const own = entries.filter((entry) => names.includes(entry.replace(/-(wal|shm|journal)$/, '')));
  await Promise.all(own.map((entry) => rm(join(directory, entry), { recursive: true })));
  if (own.length === entries.length) await rmdir(directory).catch(() => undefined);
}
