import type { RawItem } from '../../observed.ts';
import { mapOf, numberOf, numbersOf, optionalMap, optionalNumber, optionalText, textOf } from './fields.ts';

export interface Totals {
  readonly applied: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

/** The header of an operation. */
export interface Operation {
  readonly id: string;
  readonly rootId: number;
  readonly sequence: number;
  readonly kind: string;
  /** Of an attach, a detach, or an edit or a deletion of a profile. */
  readonly profileId: number | undefined;
  readonly scanType: string | undefined;
  readonly mode: string | undefined;
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly status: string;
  readonly hasEnded: boolean;
  readonly isPreview: boolean;
  readonly isStopped: boolean;
  readonly pagesKnown: number;
  readonly pagesDone: number;
  readonly totals: Totals;
  readonly repeats: number | undefined;
  readonly followUpOf: string | undefined;
  readonly source: { readonly operationId: string; readonly take: string } | undefined;
}

const RUNNING = ['PENDING', 'RUNNING'];

export function readOperation(item: RawItem): Operation {
  const change = mapOf(item, 'change');
  const totals = mapOf(item, 'totals');
  const source = optionalMap(item, 'source');
  const status = textOf(item, 'status');
  return {
    id: textOf(item, 'id'),
    rootId: numberOf(item, 'rootId'),
    sequence: numberOf(item, 'sequence'),
    kind: textOf(change, 'kind'),
    profileId: optionalNumber(change, 'profileId'),
    scanType: optionalText(change, 'scanType'),
    mode: optionalText(change, 'mode'),
    projectIds: numbersOf(item, 'projectIds'),
    groupIds: numbersOf(item, 'groupIds'),
    status,
    hasEnded: !RUNNING.includes(status),
    isPreview: item['dryRun'] === true,
    isStopped: item['stop'] !== undefined,
    pagesKnown: numberOf(item, 'pagesKnown'),
    pagesDone: numberOf(item, 'pagesDone'),
    totals: {
      applied: numberOf(totals, 'applied'),
      unchanged: numberOf(totals, 'unchanged'),
      skipped: numberOf(totals, 'skipped'),
      failed: numberOf(totals, 'failed'),
    },
    repeats: optionalNumber(item, 'repeats'),
    followUpOf: optionalText(item, 'followUpOf'),
    source: source && { operationId: textOf(source, 'operationId'), take: textOf(source, 'take') },
  };
}

/** Edits of profiles have no projects, and no pages. */
export function isEdit({ kind }: Operation): boolean {
  return kind === 'CREATE_PROFILE' || kind === 'UPDATE_PROFILE';
}

export function sumOf({ applied, unchanged, skipped, failed }: Totals): number {
  return applied + unchanged + skipped + failed;
}
