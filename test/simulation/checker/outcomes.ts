import type { Effect } from './stored/page.ts';
import type { World } from './world.ts';

/** What one page of an operation says about one project. */
export interface Said {
  readonly pageId: string;
  /** APPLIED, UNCHANGED, SKIPPED or FAILED. */
  readonly kind: string;
  /** Empty for a plain success. */
  readonly code: string;
  readonly effect: Effect;
}

const NONE: Effect = { before: [], made: [], removed: [] };

/** All that the records of an operation say, by project. */
export function saidBy(world: World, operationId: string): ReadonlyMap<number, readonly Said[]> {
  const said = new Map<number, Said[]>();
  for (const [pageId, { page, exceptions }] of world.recordsOf(operationId)) {
    for (const id of new Set(page.projectIds)) {
      const [kind = 'APPLIED', code = ''] = exceptions.get(id)?.split('/') ?? [];
      const own = said.get(id) ?? [];
      own.push({ pageId, kind, code, effect: page.effects.get(id) ?? NONE });
      said.set(id, own);
    }
  }
  return said;
}
