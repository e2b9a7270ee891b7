import { ProgressBar } from '../../terminal/progress-bar.ts';
import { onlyWord } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { countText } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import { type Coverage, COVERAGE_CSV, COVERAGE_TEXT, countCoverage, rowsOf } from '../statuses/coverage.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

export const coverage: Command = {
  words: ['coverage'],
  synopsis: 'GROUP',
  summary:
    'Counts the projects of a group by scan type and status: how many are scanned for what, and how well.',
  details: [
    'GROUP is a path. Every project is looked at, so a large group takes a while. A project counts by the worst status of its profiles:',
    'FAILED, STALE, WARNING, PENDING, ACTIVE, or NOT_CONFIGURED without one. Which ones they are tells "projects --status".',
  ],
  options: ['direct'],
  examples: ['coverage debian', 'coverage perl-team/modules --direct --csv'],
  plan: (args) => {
    const path = onlyWord(args, 'group, by its path');
    const includeSubgroups = !args.flag('direct');
    return async (context) => {
      await show(context, path, await count(context, path, includeSubgroups));
      return EXIT.success;
    };
  },
};

async function count(
  { client, surroundings }: Context,
  path: string,
  includeSubgroups: boolean,
): Promise<Coverage> {
  const bar = new ProgressBar(surroundings.terminal);
  try {
    for await (const { coverage, isWhole } of countCoverage(client, path, { includeSubgroups })) {
      if (isWhole) return coverage;
      bar.show('projects', coverage.projects);
    }
  } finally {
    bar.end();
  }
  throw new Error('a count has an end');
}

async function show(
  { format, surroundings: { output } }: Context,
  group: string,
  coverage: Coverage,
): Promise<void> {
  const rows = rowsOf(coverage);
  if (format === 'JSON') return writeJson(output, { group, ...coverage });
  if (format === 'CSV') {
    return output.write(csvText(COVERAGE_CSV, rows));
  }
  const { projects, projectsWithProfile } = coverage;
  const head = `Projects: ${countText(projects)}, of which ${countText(projectsWithProfile)} have a profile`;
  return output.write([head, '', ...textTable(COVERAGE_TEXT, rows), ''].join('\n'));
}
