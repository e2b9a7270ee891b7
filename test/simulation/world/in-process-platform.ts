import { inProcessTable } from '../table/in-process-table.ts';
import { simulatedApi } from './api.ts';
import { makeBase } from './base.ts';
import type { Platform } from './platform.ts';

/** The table in this process. */
export async function inProcessPlatform(): Promise<Platform> {
  let now = (): number => 0;
  const { table, store } = inProcessTable({ now: () => now() });
  const begin = await makeBase(table);
  const snapshot = store.snapshot();
  const base = [...store.items()];
  return {
    table,
    api: simulatedApi(table),
    begin,
    tellsWrites: true,
    base,
    reset(history) {
      store.onWrite = (): void => undefined;
      store.restore(snapshot);
      now = (): number => history.now();
      store.onWrite = (changes): void => history.onWrite(changes);
      return Promise.resolve();
    },
    items: async () => Promise.resolve(store.items()),
  };
}
