import { Checker } from '../checker.ts';
import type { Change, RawItem, Violation } from '../../observed.ts';

/** A history that is made up, write by write. */
export interface MadeUp {
  readonly checker: Checker;
  /** Puts items, all by one command. */
  put(...items: readonly RawItem[]): void;
  remove(item: RawItem): void;
  /** What is called at the end. */
  rest(): readonly Violation[];
  /** Promises that were called so far. */
  readonly called: readonly string[];
}

/** Begins with these items. */
export function madeUp(...first: readonly RawItem[]): MadeUp {
  const items = new Map(first.map((item) => [keyOf(item), item]));
  const checker = new Checker(items.values());
  let step = 0;
  const write = (changes: readonly Change[]): void => {
    step += 1;
    checker.wrote(step, changes);
  };
  return {
    checker,
    put(...changed) {
      const changes = changed.map((after) => ({ ...partsOf(after), before: items.get(keyOf(after)), after }));
      for (const item of changed) items.set(keyOf(item), item);
      write(changes);
    },
    remove(item) {
      items.delete(keyOf(item));
      write([{ ...partsOf(item), before: item, after: undefined }]);
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

function partsOf({ PK, SK }: RawItem): { readonly PK: string; readonly SK: string } {
  return { PK: String(PK), SK: String(SK) };
}

function keyOf(item: RawItem): string {
  const { PK, SK } = partsOf(item);
  return `${PK} ${SK}`;
}
