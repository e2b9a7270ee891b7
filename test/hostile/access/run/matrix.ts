import { type CountedTable, writesIn } from '../../support/counted-table.ts';
import type { HostileApi, Raw } from '../../support/hostile-api.ts';
import { build, type OperationIds } from '../world/build.ts';
import { IDENTITIES, type Identity } from '../world/identities.ts';
import { type Headers, headersOf } from './credentials.ts';

/** Somebody with the header that says so. */
export interface Asker {
  readonly who: Identity;
  readonly headers: Headers;
}

/** What the cells are tried on, and what was found out about them. */
export class Matrix {
  readonly api: HostileApi;
  readonly table: CountedTable;
  readonly ids: OperationIds;
  readonly askers: readonly Asker[];
  /** Cells that were compared. */
  cells = 0;
  /** What is not as the oracle says. */
  readonly faults: string[] = [];

  private constructor(api: HostileApi, table: CountedTable, ids: OperationIds, askers: readonly Asker[]) {
    this.api = api;
    this.table = table;
    this.ids = ids;
    this.askers = askers;
  }

  /** With everybody, or those of these names. */
  static async on(api: HostileApi, table: CountedTable, names?: readonly string[]): Promise<Matrix> {
    const ids = await build(api);
    const askers: Asker[] = [];
    for (const who of IDENTITIES.filter(({ name }) => names?.includes(name) ?? true))
      askers.push({ who, headers: await headersOf(api, who) });
    const matrix = new Matrix(api, table, ids, askers);
    // That a personal token was used is written down once a minute: not in the midst of what is compared.
    for (const asker of askers) await matrix.ask(asker, { query: '{ __typename }' });
    return matrix;
  }

  async ask({ headers }: Asker, body: object): Promise<Raw> {
    return this.api.send({
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Does something that must not write, and says so if it did. */
  async untouched(what: string, run: () => Promise<Raw>): Promise<Raw> {
    this.table.commands.length = 0;
    const answer = await run();
    const writes = writesIn(this.table.commands);
    this.same(`${what}: writes`, writes, []);
    return answer;
  }

  /** Compares what came with what had to come. */
  same(what: string, actual: unknown, expected: unknown): void {
    const [is, should] = [text(actual), text(expected)];
    if (is !== should) this.faults.push(`${what}: is ${is}, and should be ${should}`);
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
