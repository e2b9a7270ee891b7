import type { Imported, ImportSummary, PruneRefusal } from '../../shared/import/import-tree.ts';
import type { NodeCounts } from '../../shared/import/writing.ts';

const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

const REFUSALS: Record<PruneRefusal, string> = {
  BAD_LINES: 'Nothing was pruned: files with bad lines do not say what is gone.',
  NO_GROUPS: 'Nothing was pruned: without a single group that would be everything.',
};

/** What an import did, in lines for a person. */
export function reportLines(imported: Imported, seconds: number): readonly string[] {
  const { badLines, refusal } = imported;
  return [
    ...(imported.result === 'IMPORTED' ? summaryLines(imported.summary, seconds) : listLines(imported)),
    ...(refusal === undefined ? [] : [REFUSALS[refusal]]),
    ...(badLines === 0 ? [] : [`${plural(badLines, 'line')} did not go in, see above.`]),
  ];
}

function summaryLines(summary: ImportSummary, seconds: number): readonly string[] {
  const { groups, projects, members, withoutRoot, awaited, pruned } = summary;
  const nodes = total(groups) + total(projects);
  const kept = (later: number): string =>
    later === 0 ? '' : `, ${plural(later)} kept: later changes are known`;
  const nodeLine = ({ created, changed, unchanged, later }: NodeCounts): string =>
    `${plural(created)} new, ${plural(changed)} changed, ${plural(unchanged)} as they were${kept(later)}`;
  return [
    `Groups    ${nodeLine(groups)}`,
    `Projects  ${nodeLine(projects)}`,
    `Members   ${plural(members.written)} written, ${plural(members.unchanged)} as they were${kept(members.later)}`,
    ...(pruned === undefined
      ? []
      : [
          `Pruned    ${plural(pruned.nodes)} of the tree, ${plural(pruned.members, 'member')}${kept(pruned.later)}`,
        ]),
    ...(awaited === 0 ? [] : [`Events had been waiting for ${plural(awaited)} of these.`]),
    ...(withoutRoot === 0
      ? []
      : [
          `${plural(withoutRoot)} of these stand below no top-level group that is known: nobody sees them yet.`,
        ]),
    `${plural(nodes)} groups and projects in ${seconds.toFixed(1)} s, ${plural(nodes / Math.max(seconds, 0.001))} a second.`,
  ];
}

function listLines({ surplus }: Extract<Imported, { result: 'LISTED' }>): readonly string[] {
  const { nodes, members, later } = surplus;
  return [
    ...nodes.map(({ ref, path }) => `would remove ${ref.kind} ${ref.id} ${path}`),
    ...members.map(({ ref, userId }) => `would remove member ${userId} of ${ref.kind} ${ref.id}`),
    `${plural(nodes.length)} of the tree and ${plural(members.length, 'member')} would go, ` +
      `${plural(later)} would be kept because they came later. Nothing was written.`,
  ];
}

function total({ created, changed, unchanged, later }: NodeCounts): number {
  return created + changed + unchanged + later;
}

function plural(count: number, noun = ''): string {
  const text = counts.format(count);
  return noun === '' ? text : `${text} ${noun}${count === 1 ? '' : 's'}`;
}
