import type { FunctionName } from '../../shared/names.ts';
import type { Api } from '../api.ts';
import type { ProductFunction } from '../product-function.ts';
import type { Table } from '../table.ts';
import type { WorkerQueue } from '../worker-queue.ts';

/** What alarms and dashboard are about. */
export interface Watched {
  readonly api: Api;
  readonly table: Table;
  readonly functions: Readonly<Record<FunctionName, ProductFunction>>;
  readonly queues: readonly WorkerQueue[];
}
