import type { Table } from '../../shared/environment/environment.ts';

/** Milliseconds in which a table was being asked something, the SDK's own work included, and how often it was asked. */
export interface TableTime {
  milliseconds: number;
  calls: number;
}

/** Keeps the time of a table from now on. Calls at the same time count once. */
export function tableTime({ client }: Table): TableTime {
  const time: TableTime = { milliseconds: 0, calls: 0 };
  let underWay = 0;
  let since = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      time.calls += 1;
      try {
        return await next(args);
      } finally {
        underWay -= 1;
        if (underWay === 0) time.milliseconds += performance.now() - since;
      }
    },
    { name: 'tableTime', step: 'initialize' },
  );
  return time;
}
