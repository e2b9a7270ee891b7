import type { RawItem } from '../../observed.ts';
import { mapOf, numbersOf, optionalNumber, optionalText, textsOf } from './fields.ts';

/** What a page says that an operation found on a project and did to it. */
export interface Effect {
  readonly before: readonly number[];
  readonly made: readonly number[];
  readonly removed: readonly number[];
}

/** The plan of a page and, once it is done, its record. */
export interface Page {
  readonly projectIds: readonly number[];
  readonly sources: readonly string[];
  readonly isDone: boolean;
  /** By project; empty until it is done. */
  readonly effects: ReadonlyMap<number, Effect>;
}

export function readPage(item: RawItem): Page {
  const projectIds = numbersOf(item, 'projectIds');
  return {
    projectIds,
    sources: item['sources'] === undefined ? [] : textsOf(item, 'sources'),
    isDone: optionalNumber(item, 'doneAt') !== undefined,
    effects: readEffects(projectIds, item),
  };
}

/** `usual` holds for all projects that `others` does not name under the text of another effect. */
function readEffects(projectIds: readonly number[], item: RawItem): ReadonlyMap<number, Effect> {
  const usual = optionalText(item, 'usual');
  if (usual === undefined) return new Map();
  const effects = new Map(projectIds.map((id) => [id, readEffect(usual)]));
  const others = mapOf(item, 'others');
  for (const text of Object.keys(others))
    for (const id of numbersOf(others, text)) effects.set(id, readEffect(text));
  return effects;
}

function readEffect(text: string): Effect {
  const [before = [], made = [], removed = []] = text
    .split('|')
    .map((list) => (list === '' ? [] : list.split(',').map(Number)));
  return { before, made, removed };
}

/** What was no plain success: the code, by project. */
export function readExceptions(item: RawItem): ReadonlyMap<number, string> {
  const codes = mapOf(item, 'codes');
  return new Map(
    Object.keys(codes).flatMap((code) => numbersOf(codes, code).map((id) => [id, code] as const)),
  );
}
