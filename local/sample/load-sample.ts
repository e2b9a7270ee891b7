import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { awsTable } from '../../shared/environment/aws-table.ts';
import type { Environment, Log } from '../../shared/environment/environment.ts';
import { importTree, type ImportProgress } from '../../shared/import/import-tree.ts';
import { clientSettings } from '../engines/aws-clients.ts';
import { SAMPLE_AS_OF, SAMPLE_FILES } from './files.ts';

export type { ImportProgress } from '../../shared/import/import-tree.ts';

/** Fills a new table with the sample. May run again where it was interrupted. */
export async function loadSample(
  endpoint: string,
  tableName: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const table = awsTable(tableName, clientSettings(endpoint));
  try {
    const env = environmentOf(table);
    const { badLines } = await importTree(env, { ...SAMPLE_FILES, asOf: SAMPLE_AS_OF, onProgress });
    if (badLines > 0) throw new Error(`The sample has ${badLines} bad lines`);
  } finally {
    table.client.destroy();
  }
}

function environmentOf(table: Environment['table']): Environment {
  return {
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    log: failures(),
    table,
    attachQueue: { send: () => Promise.reject(new Error('No operation can be running in a new table')) },
    newId: () => ulid(),
    random: () => Math.random(),
  };
}

/** Says what goes wrong, and nothing else. */
function failures(carried: Record<string, unknown> = {}): Log {
  const tell = (message: string, details: Record<string, unknown> = {}): void => {
    console.error(`Loading the sample: ${message}`, { ...carried, ...details });
  };
  const about = (keys: Record<string, unknown>): Log => failures({ ...carried, ...keys });
  const nothing = (): void => undefined;
  return { info: nothing, warn: tell, error: tell, about, count: nothing, measure: nothing };
}
