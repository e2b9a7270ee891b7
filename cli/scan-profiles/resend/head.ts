import { type Operation, profilesNamedBy, statusOf, type Totals } from '../../../shared/domain/operation.ts';
import { isoOf } from '../dead-letters/describe.ts';
import { countText, plain, timeText } from '../output/plain.ts';

/** Ids of a target that are told. */
const IDS = 5;

/** What an operation is and how far it came, a line a fact: as the table has it, for who cannot ask the API. */
export function headLines(operation: Operation): readonly string[] {
  const { id, rootId, stalledAt, actor, createdAt, pagesDone, pagesKnown, totals } = operation;
  const facts: readonly (readonly [string, string])[] = [
    ['Operation', id],
    ['What', subjectOf(operation)],
    ['Root', `group ${rootId}`],
    ['Status', `${statusOf(operation)}${stalledAt === undefined ? '' : ', STALLED'}`],
    ['By', `${actor}, ${timeText(isoOf(createdAt) ?? '')}`],
    ['Pages', `${countText(pagesDone)} done of ${countText(pagesKnown)} that are known`],
    ['Projects', totalsText(totals)],
  ];
  return facts.map(([label, text]) => `${label.padEnd(11)}${plain(text)}`);
}

function totalsText({ applied, unchanged, skipped, failed }: Totals): string {
  return (
    `${countText(applied)} applied, ${countText(unchanged)} unchanged, ` +
    `${countText(skipped)} skipped, ${countText(failed)} failed`
  );
}

/** The same with names, for JSON. */
export function headData(operation: Operation): Record<string, unknown> {
  const {
    id,
    rootId,
    change,
    dryRun = false,
    actor,
    createdAt,
    stalledAt,
    pagesDone,
    pagesKnown,
  } = operation;
  return {
    operationId: id,
    kind: change.kind,
    preview: dryRun,
    rootId,
    groupIds: operation.groupIds,
    projectIds: operation.projectIds,
    actor,
    createdAt: isoOf(createdAt),
    status: statusOf(operation),
    stalledAt: isoOf(stalledAt),
    pagesDone,
    pagesKnown,
    totals: operation.totals,
  };
}

/** `ATTACH of profile 3 on group 1, project 10`. */
function subjectOf({ change, dryRun, groupIds, projectIds }: Operation): string {
  const profiles = profilesNamedBy(change);
  const targets = [...groupIds.map((id) => `group ${id}`), ...projectIds.map((id) => `project ${id}`)];
  const more = targets.length > IDS ? ` and ${countText(targets.length - IDS)} more` : '';
  return [
    change.kind,
    ...(profiles.length > 0 ? [`of profile ${profiles.join(', ')}`] : []),
    ...(targets.length > 0 ? [`on ${targets.slice(0, IDS).join(', ')}${more}`] : []),
    ...(dryRun === true ? ['(preview)'] : []),
  ].join(' ');
}
