import type { Operation, Stop, Totals } from '../domain/operation.ts';
import { operationKey } from './keys.ts';
import { endRegistration } from './registrations.ts';
import { type Piece, update } from './write.ts';

const running = {
  condition: '#status IN (:pending, :running)',
  names: { '#status': 'status' },
  values: { ':pending': 'PENDING', ':running': 'RUNNING' },
} as const;

/** More pages are known now. Refused by `operation` once it has ended. */
export function addPagesKnown(id: string, pages: number, handOvers = 0): Piece {
  return update(
    'operation',
    operationKey(id),
    'SET #status = :running ADD pagesKnown :pages, handOvers :handOvers',
    {
      ...running,
      values: { ...running.values, ':pages': pages, ':handOvers': handOvers },
    },
  );
}

/** A page is done. Refused by `operation` once it has ended. */
export function addPageDone(id: string, totals: Totals): Piece {
  return addPage(id, totals, 'pagesDone :one');
}

/** A page that nobody had known of is done. Refused by `operation` once it has ended. */
export function addLatePage(id: string, totals: Totals): Piece {
  return addPage(id, totals, 'pagesKnown :one, pagesDone :one');
}

function addPage(id: string, totals: Totals, counters: string): Piece {
  const sums = Object.keys(totals).map((name) => `totals.${name} = totals.${name} + :${name}`);
  return update('operation', operationKey(id), `SET #status = :running, ${sums.join(', ')} ADD ${counters}`, {
    ...running,
    values: {
      ...running.values,
      ':one': 1,
      ...Object.fromEntries(Object.entries(totals).map(([name, value]) => [`:${name}`, value])),
    },
  });
}

/** The end: of the operation as it was read, refused if a page became known or done, or it was stopped, since. */
export function endOperation(
  ended: Operation,
  {
    status,
    totals,
    repeats,
    finishedAt,
  }: Pick<Operation, 'status' | 'totals'> & { readonly repeats: number; readonly finishedAt: number },
): readonly Piece[] {
  const stopped = ended.stop ? 'attribute_exists' : 'attribute_not_exists';
  return [
    update(
      'operation',
      operationKey(ended.id),
      'SET #status = :status, totals = :totals, repeats = :repeats, finishedAt = :finishedAt REMOVE stalledAt',
      {
        ...running,
        condition: `${running.condition} AND pagesKnown = :known AND pagesDone = :known AND ${stopped}(#stop)`,
        names: { ...running.names, '#stop': 'stop' },
        values: {
          ...running.values,
          ':known': ended.pagesKnown,
          ':status': status,
          ':totals': totals,
          ':repeats': repeats,
          ':finishedAt': finishedAt,
        },
      },
    ),
    endRegistration(ended, finishedAt),
  ];
}

/** A page was recorded after the end. Refused by `operation` if the totals are no longer those that were read. */
export function restate(
  ended: Operation,
  { status, totals, repeats }: Pick<Operation, 'status' | 'totals'> & { readonly repeats: number },
): Piece {
  const set = 'SET #status = :status, totals = :totals, repeats = :repeats';
  return update('operation', operationKey(ended.id), set, {
    condition: 'finishedAt = :finishedAt AND totals = :before',
    names: { '#status': 'status' },
    values: {
      ':finishedAt': ended.finishedAt,
      ':before': ended.totals,
      ':status': status,
      ':totals': totals,
      ':repeats': repeats,
    },
  });
}

/** Nothing more is to be done. Refused by `operation` once it has ended, and if it was stopped already. */
export function stopOperation(id: string, stop: Stop): Piece {
  return update('operation', operationKey(id), 'SET #stop = :stop', {
    ...running,
    condition: `${running.condition} AND attribute_not_exists(#stop)`,
    names: { ...running.names, '#stop': 'stop' },
    values: { ...running.values, ':stop': stop },
  });
}

/** Claims the next announcement of progress. Refused if somebody made one since `before`, or if it has ended. */
export function claimProgress(id: string, before: number, now: number): Piece {
  return update('operation', operationKey(id), 'SET progressedAt = :now', {
    ...running,
    condition: `${running.condition} AND (attribute_not_exists(progressedAt) OR progressedAt <= :before)`,
    values: { ...running.values, ':now': now, ':before': before },
  });
}

/** Marks an operation that does not come to its end by itself. */
export function markStalled(id: string, now: number): Piece {
  return update('operation', operationKey(id), 'SET stalledAt = if_not_exists(stalledAt, :now)', {
    ...running,
    values: { ...running.values, ':now': now },
  });
}

/** Its pages are on their way again. Refused by `operation` once it has ended. */
export function markMoving(id: string): Piece {
  return update('operation', operationKey(id), 'REMOVE stalledAt', running);
}
