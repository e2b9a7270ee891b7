import { profileOfKey, type ProjectState } from './project-state.ts';

/** What an operation found on a project and did to it. Ids of profiles, in their order. */
export interface Effect {
  readonly before: readonly number[];
  readonly made: readonly number[];
  readonly removed: readonly number[];
}

export const NO_EFFECT: Effect = { before: [], made: [], removed: [] };

/**
 * What an operation did to a project, read off the project's state: the same however often one looks, and also where
 * somebody else did it in the operation's name or something later has taken it away again.
 */
export function effectOf(operationId: string, { attachments, decided }: ProjectState): Effect {
  const made = Object.entries(attachments).filter(([, attachment]) => attachment.operationId === operationId);
  const lost = Object.entries(decided).filter(([, { removed }]) => removed?.operationId === operationId);
  const removed = Object.entries(decided).filter(
    ([, decision]) => decision.operationId === operationId && decision.removed !== undefined,
  );
  const madeIds = idsOf([...made, ...lost]);
  const removedIds = idsOf(removed);
  const kept = idsOf(Object.entries(attachments)).filter((id) => !madeIds.includes(id));
  return {
    before: ordered([...kept, ...removedIds]),
    made: madeIds,
    removed: removedIds,
  };
}

/** What the project held when the operation had done with it. */
export function afterOf({ before, made, removed }: Effect): readonly number[] {
  return ordered([...before.filter((id) => !removed.includes(id)), ...made]);
}

export function isChange({ made, removed }: Effect): boolean {
  return made.length > 0 || removed.length > 0;
}

function idsOf(entries: readonly (readonly [string, unknown])[]): readonly number[] {
  return ordered(entries.map(([key]) => profileOfKey(key)));
}

function ordered(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)].toSorted((one, other) => one - other);
}

/**
 * Effects on the projects of a page: most projects of a page hold and get the same, so that the commonest effect is said
 * once for all that are not listed. An effect is written as `before|made|removed`, each a list of ids.
 */
export interface PackedEffects {
  readonly usual: string;
  readonly others: Readonly<Record<string, readonly number[]>>;
}

export function packEffects(effects: ReadonlyMap<number, Effect>): PackedEffects {
  const byText = new Map<string, number[]>();
  for (const [projectId, { before, made, removed }] of effects) {
    const text = [before, made, removed].map((ids) => ids.join(',')).join('|');
    const alike = byText.get(text);
    if (alike) alike.push(projectId);
    else byText.set(text, [projectId]);
  }
  const [first, ...rest] = [...byText].toSorted(([, one], [, other]) => other.length - one.length);
  return { usual: first?.[0] ?? '||', others: Object.fromEntries(rest) };
}

/** Every project of the page with the effect on it. */
export function unpackEffects(
  projectIds: readonly number[],
  { usual, others }: PackedEffects,
): ReadonlyMap<number, Effect> {
  const common = parsed(usual);
  const effects = new Map(projectIds.map((projectId) => [projectId, common]));
  for (const [text, ids] of Object.entries(others)) {
    for (const projectId of ids) effects.set(projectId, parsed(text));
  }
  return effects;
}

/** Whether anything was taken from any project of the page. */
export function removesAny({ usual, others }: PackedEffects): boolean {
  return [usual, ...Object.keys(others)].some((text) => parsed(text).removed.length > 0);
}

function parsed(text: string): Effect {
  const [before = '', made = '', removed = ''] = text.split('|');
  const ids = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));
  return { before: ids(before), made: ids(made), removed: ids(removed) };
}
