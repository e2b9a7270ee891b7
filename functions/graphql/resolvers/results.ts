import { afterOf, type Effect } from '../../../shared/domain/effect.ts';
import { hasExpired, NO_PROFILE, type Operation } from '../../../shared/domain/operation.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';
import type { RequestContext } from '../context.ts';
import { badInput, expired } from '../errors/refusals.ts';
import type {
  SecurityScanProfileOperationResultsArgs,
  SecurityScanProfileResultConnectionResolvers,
  SecurityScanProfileResultResolvers,
} from '../generated/resolver-types.ts';
import { pageOf } from '../limits/page.ts';
import type { OperationParent, ProfileParent, ResultConnectionParent, ResultParent } from '../parents.ts';
import { listResults } from '../results/list.ts';
import { messageOf } from '../results/message.ts';
import { resultCursor, type ResultPosition, resultPosition } from '../results/position.ts';
import { connection, pageInfoOf } from './connection.ts';

/** What an operation did to its projects. Throws where that is not kept any longer, and for what is no cursor of ours. */
export async function resultsOf(
  operation: OperationParent,
  { outcome, code, first, after }: Partial<SecurityScanProfileOperationResultsArgs>,
  { environment: { table, clock } }: Pick<RequestContext, 'environment'>,
): Promise<ResultConnectionParent> {
  if (hasExpired(operation, clock.now()))
    throw expired(
      'The results of an operation are kept for 30 days, and those of this one are gone; its totals and removals are still there',
    );
  const part = { filter: { outcome, code }, first: pageOf(first), after: positionOf(after) };
  const listing = await listResults(table, operation, part);
  if (listing === 'WRONG_POSITION') throw badCursor();
  const { found, hasNextPage, end } = listing;
  const edges = found.map((result) => ({ cursor: resultCursor(result), node: { operation, ...result } }));
  return { edges, pageInfo: pageInfoOf(hasNextPage, end && resultCursor(end)) };
}

export const resultConnection: Required<SecurityScanProfileResultConnectionResolvers> = connection;

export const result: Required<SecurityScanProfileResultResolvers> = {
  projectId: ({ projectId }) => projectId,
  project: async ({ projectId }, _args, { loaders }) => (await loaders.project(projectId)) ?? null,
  outcome: ({ kind }) => kind,
  code: ({ code }) => code ?? null,
  message: (parent) => messageOf(parent, parent.operation),
  retryable: ({ kind }) => kind === 'FAILED',
  before: async (parent, _args, { loaders }) => profilesOf(parent, loaders, ({ before }) => before),
  after: async (parent, _args, { loaders }) => profilesOf(parent, loaders, afterOf),
};

/** Profiles of an effect, in the order of their ids, those left out that are deleted or of another root. */
async function profilesOf(
  { operation, pageId, projectId }: ResultParent,
  loaders: RequestContext['loaders'],
  idsIn: (effect: Effect) => readonly number[],
): Promise<readonly ProfileParent[]> {
  const record = await loaders.page(operation.id, pageId);
  const effect = record?.effects.get(projectId);
  const ids = effect ? idsIn(effect) : [];
  const profiles = await Promise.all(ids.map(async (id) => profileOf(operation, id, loaders)));
  return profiles.filter((profile) => profile !== undefined);
}

/** A preview has profiles that are not made: 0 for that of the change's template, −n for the counterpart of profile n. */
async function profileOf(
  { rootId, change }: Operation,
  id: number,
  loaders: RequestContext['loaders'],
): Promise<ProfileParent | undefined> {
  if (id === NO_PROFILE) return 'templateKey' in change ? findTemplate(change.templateKey ?? '') : undefined;
  if (id > 0) return (await loaders.activeProfiles(rootId, [id]))[0];
  const origin = change.kind === 'ADOPT' ? await loaders.operation(change.of) : undefined;
  const [original] = origin ? await loaders.activeProfiles(origin.rootId, [-id]) : [];
  return original?.templateKey === undefined ? original : findTemplate(original.templateKey);
}

/** Undefined for the beginning. */
function positionOf(after: string | null | undefined): ResultPosition | undefined {
  if (after === null || after === undefined) return undefined;
  const position = resultPosition(after);
  if (!position) throw badCursor();
  return position;
}

function badCursor(): Error {
  return badInput('The argument "after" is no cursor of this list, or of one with another filter');
}
