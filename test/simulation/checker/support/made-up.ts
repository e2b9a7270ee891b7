import { edge } from './items.ts';
import { Checker } from '../checker.ts';
import type { Change, RawItem, Violation } from '../../observed.ts';

/** A history that is made up, write by write. */
export interface MadeUp {
  readonly checker: Checker;
  /** Puts items, all by one command; with a node its edge, and no edge where it was before. */
  put(...items: readonly RawItem[]): void;
  /** Puts these items and nothing else. */
  putAlone(...items: readonly RawItem[]): void;
  remove(item: RawItem): void;
  /** What is called at the end. */
  rest(): readonly Violation[];
  /** Promises that were called so far. */
  readonly called: readonly string[];
}

/** Begins with these items. */
export function madeUp(...first: readonly RawItem[]): MadeUp {
  const items = new Map(
    [...first, ...first.flatMap((item) => edgesOf(item))].map((item) => [keyOf(item), item]),
  );
  const checker = new Checker(items.values(), { hearsEvents: false });
  let step = 0;
  const write = (changes: readonly Change[]): void => {
    step += 1;
    checker.wrote(step, changes);
  };
  const written = (changed: readonly RawItem[]): readonly Change[] => {
    const changes = changed.map((after) => ({ ...partsOf(after), before: items.get(keyOf(after)), after }));
    for (const item of changed) items.set(keyOf(item), item);
    return changes;
  };
  const removed = (gone: readonly RawItem[]): readonly Change[] => {
    for (const item of gone) items.delete(keyOf(item));
    return gone.map((before) => ({ ...partsOf(before), before, after: undefined }));
  };
  return {
    checker,
    put(...changed) {
      const before = changed.map((item) => items.get(keyOf(item))).filter((item) => item !== undefined);
      const edges = changed.flatMap((item) => edgesOf(item));
      const kept = new Set(edges.map((item) => keyOf(item)));
      const left = before.flatMap((item) => edgesOf(item)).filter((item) => !kept.has(keyOf(item)));
      write([...removed(left), ...written([...changed, ...edges])]);
    },
    putAlone(...changed) {
      write(written(changed));
    },
    remove(item) {
      write(removed([item]));
    },
    rest() {
      checker.atRest(items.values());
      return checker.violations;
    },
    get called() {
      return [...new Set(checker.violations.map(({ promise }) => promise))];
    },
  };
}

function edgesOf(item: RawItem): readonly RawItem[] {
  return item['SK'] === '#NODE' && item['deletedAt'] === undefined ? [edge(item)] : [];
}

function partsOf({ PK, SK }: RawItem): { readonly PK: string; readonly SK: string } {
  return { PK: String(PK), SK: String(SK) };
}

function keyOf(item: RawItem): string {
  const { PK, SK } = partsOf(item);
  return `${PK} ${SK}`;
}
