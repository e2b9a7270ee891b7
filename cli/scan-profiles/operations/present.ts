import type { Context } from '../commands/context.ts';
import { collect, nodesOf, type ReadPage } from '../deployment/pages.ts';
import { csvHeader, csvRow } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { countText, plain } from '../output/plain.ts';
import { hasEnded, type Operation } from './operation.ts';
import { countOutcomes } from './outcomes.ts';
import { headLines, OPERATION_CSV, outcomeLines } from './report.ts';
import { nameOf, readResults, type Result } from './results.ts';

/** Failed projects that are named. */
const NAMED = 10;

/** Shows an operation; one that has ended with its outcomes by code, and with the first projects that failed. */
export async function present(context: Context, operation: Operation): Promise<void> {
  const { client, format } = context;
  const { output } = context.surroundings;
  if (format === 'CSV') {
    await output.write(csvHeader(OPERATION_CSV) + csvRow(OPERATION_CSV, operation));
    return;
  }
  const outcomes = hasEnded(operation) ? await countOutcomes(client, operation) : [];
  if (format === 'JSON') {
    await writeJson(output, hasEnded(operation) ? { ...operation, outcomes } : operation);
    return;
  }
  const lines = [
    ...headLines(operation),
    ...outcomeLines(outcomes),
    ...(await failureLines(context, operation)),
  ];
  await output.write(`${lines.join('\n')}\n`);
}

async function failureLines({ client }: Context, operation: Operation): Promise<readonly string[]> {
  const { failed } = operation.totals;
  if (!hasEnded(operation) || failed === 0) return [];
  const readPage: ReadPage<Result> = async (page) =>
    readResults(client, operation.id, { outcome: 'FAILED' }, page);
  const nodes = await collect(nodesOf(readPage, NAMED));
  const more = failed - nodes.length;
  return [
    '',
    nodes.length < failed ? `The first ${nodes.length} that failed:` : 'Failed:',
    ...nodes.map((result) => plain(`  ${nameOf(result)}  ${result.code ?? ''}  ${result.message}`)),
    ...(more > 0 ? [`  and ${countText(more)} more`] : []),
  ];
}
