import type { Given } from '../domain/changes/decision.ts';
import type { Effect } from '../domain/effect.ts';
import type { Operation } from '../domain/operation.ts';
import type { Table } from '../environment/environment.ts';
import { readOperation } from '../storage/operations.ts';
import { type PageRecord, readPages } from '../storage/page-records.ts';

/**
 * What the records of other operations say about the projects of a page: what a preview saw of them, and what the
 * operation that is to be undone did to them. By project.
 *
 * @param sources pages of the source operation from which the projects come
 */
export async function givenOf(
  table: Table,
  operation: Operation,
  sources: readonly string[],
): Promise<ReadonlyMap<number, Given>> {
  const { source, change } = operation;
  if (source === undefined || sources.length === 0) return new Map();
  const pages = await readPages(table, source.operationId, sources);
  const goesBack = change.kind === 'UNDO' || change.kind === 'ADOPT';
  const did = goesBack ? await didOf(table, change.of, source.operationId, pages) : new Map<number, Effect>();
  // A project that moved while the preview ran may stand in two pages: what was seen last is what it said.
  const inOrder = pages.flatMap(seenIn).toSorted(([, one], [, other]) => one.version - other.version);
  const seen = new Map(inOrder);
  const ids = new Set([...seen.keys(), ...did.keys()]);
  return new Map([...ids].map((id) => [id, { seen: seen.get(id), did: did.get(id) }]));
}

function seenIn({ projectIds, versions, placement }: PageRecord): [number, NonNullable<Given['seen']>][] {
  if (versions === undefined || placement === undefined) return [];
  return projectIds.map((id, index) => [id, { version: versions[index] ?? -1, placement }]);
}

/** What operation `of` did to these projects: through previews and retries, back to its own records. */
async function didOf(
  table: Table,
  of: string,
  operationId: string,
  pages: readonly PageRecord[],
): Promise<ReadonlyMap<number, Effect>> {
  if (operationId === of) return effectsIn(pages);
  const source = (await readOperation(table, operationId))?.source;
  if (source === undefined) return new Map();
  const pageIds = new Set(pages.flatMap(({ sources = [] }) => sources));
  const further = await readPages(table, source.operationId, [...pageIds]);
  return didOf(table, of, source.operationId, further);
}

/** A project that moved while the operation ran may stand in two pages. */
function effectsIn(pages: readonly PageRecord[]): ReadonlyMap<number, Effect> {
  const effects = new Map<number, Effect>();
  for (const page of pages) {
    for (const [id, effect] of page.effects) {
      const { before, made, removed } = effects.get(id) ?? effect;
      effects.set(id, {
        before,
        made: [...new Set([...made, ...effect.made])],
        removed: [...new Set([...removed, ...effect.removed])],
      });
    }
  }
  return effects;
}
