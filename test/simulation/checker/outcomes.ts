import type { Effect, Page } from './stored/page.ts';

/** What one page of an operation says about one project. */
export interface Said {
  readonly pageId: string;
  /** APPLIED, UNCHANGED, SKIPPED or FAILED. */
  readonly kind: string;
  /** Empty for a plain success. */
  readonly code: string;
  readonly effect: Effect;
}

interface Recorded {
  readonly pageId: string;
  readonly page: Page;
  /** `KIND/CODE` of what was no plain success, by project. */
  readonly exceptions: ReadonlyMap<number, string>;
}

const NONE: Effect = { before: [], made: [], removed: [] };

/** All that pages say, by project, as far as they are recorded. */
export function saidIn(pages: readonly Recorded[]): ReadonlyMap<number, readonly Said[]> {
  const said = new Map<number, Said[]>();
  for (const { pageId, page, exceptions } of pages.filter((each) => each.page.isDone)) {
    for (const id of new Set(page.projectIds)) {
      const [kind = 'APPLIED', code = ''] = exceptions.get(id)?.split('/') ?? [];
      const own = said.get(id) ?? [];
      own.push({ pageId, kind, code, effect: page.effects.get(id) ?? NONE });
      said.set(id, own);
    }
  }
  return said;
}
