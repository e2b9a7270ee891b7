import type { Columns } from '../output/column.ts';
import { countText, plain, plural, timeText } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import { shortId } from '../profiles/profile.ts';
import { type Operation, profileNameOf } from './operation.ts';
import { type OutcomeCount, OUTCOME_TEXT } from './outcomes.ts';

/** The head of an operation, a line a fact. */
export function headLines(operation: Operation): readonly string[] {
  const { id, dryRun, failureThresholdPercent: threshold } = operation;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Operation', id],
    ['What', `${subjectOf(operation)}${dryRun ? ' (preview: nothing is written)' : ''}`],
    ['Status', statusText(operation)],
    ['By', `${operation.actor.id}, ${timesOf(operation)}`],
    ['Stops', threshold === null ? undefined : `when more than ${threshold}% fail`],
    ...LINKS.map(([link, label]) => [label, operation[link]?.id] as const),
    ['Projects', totalsText(operation)],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [`${label.padEnd(11)}${plain(text)}`]));
}

/** `CANCELLED, CANCELLED_BY_USER ann`. */
function statusText({ status, stopReason, stoppedBy, stalled }: Operation): string {
  const stopped = stopReason === 'CANCELLED_BY_USER' ? `${stopReason} ${stoppedBy?.id ?? ''}` : stopReason;
  return [status, stopped, stalled ? 'STALLED' : null].filter((part) => part !== null).join(', ');
}

const LINKS = [
  ['undoOf', 'Undo of'],
  ['retryOf', 'Retry of'],
  ['previewOf', 'Applies'],
  ['adoptOf', 'Adopts'],
  ['followUpOf', 'Follows'],
] as const;

/** `ATTACH (SET) of SAST (default) on 1 group and 2 projects`. */
function subjectOf(operation: Operation): string {
  const { kind, mode, groupIds, projectIds } = operation;
  const name = profileNameOf(operation);
  const targets = [
    ...(groupIds.length > 0 ? [plural(groupIds.length, 'group')] : []),
    ...(projectIds.length > 0 ? [plural(projectIds.length, 'project')] : []),
  ].join(' and ');
  const what = `${kind}${mode === null ? '' : ` (${mode})`}`;
  return `${what}${name === null ? '' : ` of ${name}`}${targets === '' ? '' : ` on ${targets}`}`;
}

function timesOf({ createdAt, finishedAt }: Operation): string {
  if (finishedAt === null) return timeText(createdAt);
  const seconds = (Date.parse(finishedAt) - Date.parse(createdAt)) / 1000;
  return `${timeText(createdAt)} to ${timeText(finishedAt)} (${seconds.toFixed(1)} s)`;
}

/** `5,455: 5,454 applied, 0 unchanged, 1 skipped, 0 failed`. */
export function totalsText({
  totals,
  expectedProjects,
}: Pick<Operation, 'totals' | 'expectedProjects'>): string {
  const { projects, applied, unchanged, skipped, failed } = totals;
  const of =
    expectedProjects === null || expectedProjects <= projects ? '' : ` of ${countText(expectedProjects)}`;
  return (
    `${countText(projects)}${of}: ${countText(applied)} applied, ${countText(unchanged)} unchanged, ` +
    `${countText(skipped)} skipped, ${countText(failed)} failed`
  );
}

/** The table of outcomes; empty where no project was decided. */
export function outcomeLines(counts: readonly OutcomeCount[]): readonly string[] {
  return counts.length === 0 ? [] : ['', ...textTable(OUTCOME_TEXT, counts)];
}

export const OPERATION_TEXT: Columns<Operation> = {
  Operation: ({ id }) => id,
  Kind: ({ kind, dryRun }) => (dryRun ? `${kind} preview` : kind),
  Status: ({ status }) => status,
  Accepted: ({ createdAt }) => timeText(createdAt),
  By: ({ actor }) => actor.id,
  Profile: profileNameOf,
  Projects: ({ totals }) => totals.projects,
  Applied: ({ totals }) => totals.applied,
  Failed: ({ totals }) => totals.failed,
};

export const OPERATION_CSV: Columns<Operation> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  mode: ({ mode }) => mode,
  dryRun: ({ dryRun }) => dryRun,
  createdAt: ({ createdAt }) => createdAt,
  finishedAt: ({ finishedAt }) => finishedAt,
  actor: ({ actor }) => actor.id,
  profile: ({ profile }) => (profile ? shortId(profile.id) : null),
  profileName: profileNameOf,
  projects: ({ totals }) => totals.projects,
  applied: ({ totals }) => totals.applied,
  unchanged: ({ totals }) => totals.unchanged,
  skipped: ({ totals }) => totals.skipped,
  failed: ({ totals }) => totals.failed,
  stopReason: ({ stopReason }) => stopReason,
  stalled: ({ stalled }) => stalled,
  undoOf: ({ undoOf }) => undoOf?.id ?? null,
  retryOf: ({ retryOf }) => retryOf?.id ?? null,
  previewOf: ({ previewOf }) => previewOf?.id ?? null,
  adoptOf: ({ adoptOf }) => adoptOf?.id ?? null,
  followUpOf: ({ followUpOf }) => followUpOf?.id ?? null,
};
