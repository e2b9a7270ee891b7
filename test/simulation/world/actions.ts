import type { AttachMode } from '../../../shared/domain/operation.ts';
import type { NodeName } from './source-tree.ts';

/** A profile: by its number, by the key of its template, or the one that a request made. */
export type ProfileName = number | string | { readonly madeBy: string };

/** What a client asks to be changed. Operations are named for the run that wrote them: `r7:1` is the first one of request `r7`. */
export type Wish =
  | {
      readonly kind: 'ATTACH' | 'DETACH';
      /** Of an attach; without it the default of the mutation. */
      readonly mode?: AttachMode | undefined;
      /** By the names that GitLab's clients use. */
      readonly alias: boolean;
      readonly profile: ProfileName;
      readonly projectIds: readonly number[];
      readonly groupIds: readonly number[];
      readonly dryRun: boolean;
    }
  | { readonly kind: 'UNDO' | 'RETRY' | 'APPLY' | 'CANCEL' | 'ADOPT'; readonly operation: string }
  | { readonly kind: 'CREATE_PROFILE'; readonly rootId: number; readonly name: string }
  | { readonly kind: 'UPDATE_PROFILE'; readonly profile: ProfileName; readonly name: string }
  | { readonly kind: 'DELETE_PROFILE'; readonly profile: ProfileName };

/** What happens to a node at the source of the tree. */
export type TreeChange =
  | {
      readonly change: 'CREATE';
      readonly node: NodeName;
      readonly parentId: number | null;
      readonly slug: string;
    }
  | { readonly change: 'MOVE'; readonly node: NodeName; readonly parentId: number | null }
  | { readonly change: 'RENAME'; readonly node: NodeName; readonly slug: string }
  | { readonly change: 'DELETE'; readonly node: NodeName };

/** What somebody outside does. */
export type Action =
  | { readonly kind: 'ASK'; readonly wish: Wish; readonly key?: string }
  /** A request is sent again, with the same key. */
  | { readonly kind: 'ASK_AGAIN'; readonly request: string }
  | { readonly kind: 'LOOK'; readonly path: string }
  | {
      readonly kind: 'TREE';
      readonly change: TreeChange;
      /** Whether the event itself says when it happened. */
      readonly exact: boolean;
      /** How often the bus delivers it. */
      readonly copies: number;
      /** In the same second as the last one. */
      readonly atOnce?: boolean;
    }
  | { readonly kind: 'JANITOR' }
  | { readonly kind: 'SWEEP'; readonly scope: 'RECENT' | 'EVERYTHING' };
