import type { Operation } from '../../operations/operation.ts';
import type { ProfileChange } from '../diff/diff.ts';

/** What came of a change. UNKNOWN: no answer came, and it may be done. NOT_TRIED: what came before has ended it all. */
export type Result =
  | {
      readonly result: 'DONE';
      readonly id: string;
      /** Null where the profile is gone. */
      readonly lockVersion: number | null;
      /** The entry in the log; of a deletion what takes the profile from its projects. Null where nothing differed any more. */
      readonly operation: Operation | null;
    }
  | {
      readonly result: 'REFUSED' | 'UNKNOWN';
      readonly errors: readonly string[];
      /** Of the deployment's error, where there is one. */
      readonly code?: string | undefined;
    }
  | { readonly result: 'NOT_TRIED' };

export interface ChangeResult {
  readonly change: ProfileChange;
  readonly result: Result;
}
