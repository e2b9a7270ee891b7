import type { Context } from '../../commands/context.ts';
import type { Operation } from '../../operations/operation.ts';
import { totalsText } from '../../operations/report.ts';
import type { Columns } from '../../output/column.ts';
import { csvText } from '../../output/csv.ts';
import { writeJson } from '../../output/json.ts';
import { plain } from '../../output/plain.ts';
import type { Diff, ProfileChange } from '../diff/diff.ts';
import type { FieldChange } from '../diff/fields.ts';
import { subjectOf, titleOf } from '../diff/render.ts';
import type { ProfileText } from '../document/document.ts';
import { shortId } from '../profile.ts';
import type { ProfileGroup } from '../stored.ts';
import type { ChangeResult, Result } from './result.ts';

/** A change and what came of it, as data. */
interface ChangeRow {
  readonly action: ProfileChange['action'];
  readonly scanType: string;
  readonly name: string;
  /** Of the profile; null where there is none yet. */
  readonly id: string | null;
  /** Of the profile as it is now, as far as it is known. */
  readonly lockVersion: number | null;
  /** What is to be made. */
  readonly profile?: ProfileText;
  /** What is to be changed. */
  readonly fields?: readonly FieldChange[];
  readonly result: Result['result'] | 'PLANNED';
  readonly errors: readonly string[];
  readonly operation: Operation | null;
}

/** Without results: what is planned. */
function rowsOf({ changes }: Diff, results: readonly ChangeResult[]): readonly ChangeRow[] {
  const known = new Map(results.map(({ change, result }) => [change, result]));
  return changes.map((change) => rowOf(change, known.get(change) ?? { result: 'PLANNED' }));
}

function rowOf(change: ProfileChange, result: Result | { readonly result: 'PLANNED' }): ChangeRow {
  const { scanType, name } = subjectOf(change);
  const done = result.result === 'DONE' ? result : undefined;
  const stored = change.action === 'CREATE' ? undefined : change.stored;
  const { id, lockVersion } = done ?? stored ?? { id: null, lockVersion: null };
  return {
    action: change.action,
    scanType,
    name,
    id,
    lockVersion,
    ...(change.action === 'CREATE' ? { profile: change.profile } : {}),
    ...(change.action === 'UPDATE' ? { fields: change.fields } : {}),
    result: result.result,
    errors: 'errors' in result ? result.errors : [],
    operation: done?.operation ?? null,
  };
}

/** Writes what is planned, or what came of it, where data is wanted; as text it was told all along. */
export async function writeReport(
  { format, surroundings: { output } }: Context,
  { fullPath }: Pick<ProfileGroup, 'fullPath'>,
  diff: Diff,
  results: readonly ChangeResult[],
): Promise<void> {
  const rows = rowsOf(diff, results);
  if (format === 'CSV') {
    await output.write(csvText(CHANGE_CSV, rows));
  }
  if (format === 'JSON') {
    const kept = diff.kept.map(({ id, scanType, name }) => ({ id, scanType, name }));
    await writeJson(output, { group: fullPath, changes: rows, unchanged: diff.unchanged, kept });
  }
}

const CHANGE_CSV: Columns<ChangeRow> = {
  action: ({ action }) => action,
  scanType: ({ scanType }) => scanType,
  name: ({ name }) => name,
  id: ({ id }) => id,
  lockVersion: ({ lockVersion }) => lockVersion,
  fields: ({ fields = [] }) => fields.map(({ path }) => path).join(' '),
  result: ({ result }) => result,
  errors: ({ errors }) => errors.join('; '),
  operation: ({ operation }) => operation?.id ?? null,
};

const DONE = { CREATE: 'created', UPDATE: 'updated', DELETE: 'deleted' } as const;

/** What came of a change, on one line. */
export function resultLine({ change, result }: ChangeResult): string {
  const title = titleOf(subjectOf(change));
  switch (result.result) {
    case 'DONE':
      return [DONE[change.action], title, plain(factsOf(change, result))].join('  ');
    case 'REFUSED':
      return `failed   ${title}  ${plain(result.errors.join('; '))}`;
    case 'UNKNOWN':
      return `unknown  ${title}  ${plain(result.errors.join('; '))}: it may be done all the same`;
    case 'NOT_TRIED':
      return `not done ${title}`;
  }
}

/** How the operation of a deletion has ended, on one line. */
export function endLine(change: ProfileChange, operation: Operation): string {
  return `ended    ${titleOf(subjectOf(change))}  ${plain(operation.status)}, projects ${totalsText(operation)}`;
}

function factsOf(
  { action }: ProfileChange,
  { id, lockVersion, operation }: Extract<Result, { readonly result: 'DONE' }>,
): string {
  if (action === 'DELETE' && operation) return `by operation ${operation.id}`;
  return `${shortId(id)}${lockVersion === null ? '' : ` (version ${lockVersion})`}`;
}
