import { type ExecutionArgs, getNamedType, getOperationAST, GraphQLError, isLeafType } from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import * as z from 'zod/mini';
import { MAXIMUM_KEPT } from '../../../shared/domain/personal-access-token.ts';
import { MAXIMUM_PROFILES } from '../../../shared/domain/project-state.ts';
import { COVERED_TYPES } from '../../../shared/domain/scan-status/coverage.ts';
import { SCAN_STATUSES } from '../../../shared/domain/scan-status/status.ts';
import { SCAN_TYPES, triggersOf } from '../../../shared/domain/scan-types/scan-types.ts';
import { MAXIMUM_IDS } from '../../../shared/pipeline/request.ts';
import { badInput, misfit, overLimit } from '../errors/refusals.ts';
import { LIMITS } from './limits.ts';
import { pageFault, pageOf } from './page.ts';

/** Triggers of a profile, at most. */
const MAXIMUM_TRIGGERS = Math.max(...SCAN_TYPES.map((scanType) => triggersOf(scanType).length));

/** How many elements a list without pages is taken to have. A page has as many as were asked for. */
const LENGTHS: Readonly<Record<string, number>> = {
  'User.personalAccessTokens': MAXIMUM_KEPT,
  'Project.attachedSecurityScanProfiles': MAXIMUM_PROFILES,
  'Project.securityScanProfiles': MAXIMUM_PROFILES,
  'Project.securityScanProfileAttachments': MAXIMUM_PROFILES,
  'Project.scanProfileStatuses': MAXIMUM_PROFILES,
  'ReportSecurityScanPayload.statuses': MAXIMUM_PROFILES,
  'SecurityScanProfileCoverage.scanTypes': COVERED_TYPES.length,
  'SecurityScanProfileCoverage.statuses': SCAN_STATUSES.length,
  'SecurityScanProfileScanTypeCoverage.statuses': SCAN_STATUSES.length,
  'Group.availableSecurityScanProfiles': 2 * MAXIMUM_PROFILES,
  'ScanProfileType.triggerSettings': MAXIMUM_TRIGGERS,
  'SecurityScanProfileRemoval.profiles': MAXIMUM_PROFILES,
  'SecurityScanProfileResult.before': MAXIMUM_PROFILES,
  'SecurityScanProfileResult.after': MAXIMUM_PROFILES,
};

/** Leaves that hold objects: a configuration each. All other leaves cost nothing. */
const CONFIGURATIONS: Readonly<Record<string, number>> = {
  'ScanProfileType.configuration': MAXIMUM_TRIGGERS,
  'ScanProfileTriggerSetting.overrides': 1,
  'ScanProfileVersion.configuration': MAXIMUM_TRIGGERS,
};

/** What a field costs besides, for which many records may have to be read however short it is, in objects of an answer. */
const READING: Readonly<Record<string, number>> = {
  'Group.securityScanProfileCoverage': 2_000,
  'Group.securityScanProfileOperations': 50,
  'SecurityScanProfileOperation.removals': 50,
  'SecurityScanProfileOperation.results': 50,
};

/** The same, for `Group.projects` with any of these arguments. */
const FILTERED = 200;
const FILTERS = ['withProfile', 'withoutProfile', 'withoutScanType', 'status'];

/** What a mutation costs, and each project or group that it names, in objects of an answer. It refuses more of them itself. */
const CHANGE = { self: 100, target: 20 };

/**
 * Why a request asks for too much: a page out of range, or more objects than the limit. What `@skip` and `@include`
 * leave out does not count. An argument that does not fit refuses the request too: of what stands beside it nobody would
 * know the cost. Undefined if nothing is wrong, and if the executor is going to refuse it anyway. Variables have to fit.
 */
export function costFault(args: ExecutionArgs): GraphQLError | undefined {
  const { schema, document, variableValues, operationName } = args;
  if (!getOperationAST(document, operationName)) return undefined;
  let fault: string | undefined;
  const estimate = (estimated: ComplexityEstimatorArgs): number => {
    fault ??= pageFault(estimated.args);
    return costOf(estimated);
  };
  const options = {
    schema,
    query: document,
    variables: { ...variableValues },
    estimators: [estimate],
    // How big a query may be is a matter of its shape, which is known by now.
    maxQueryNodes: Infinity,
  };
  try {
    const cost = getComplexity(operationName ? { ...options, operationName } : options);
    if (fault !== undefined) return badInput(fault);
    if (cost <= LIMITS.cost) return undefined;
    const advice = 'ask for smaller pages by `first`, or for fewer levels';
    return overLimit(`The query costs ${cost}, more than the limit of ${LIMITS.cost}: ${advice}`);
  } catch (error) {
    // Such as null, by a variable that has a default.
    if (error instanceof GraphQLError) return misfit(error);
    throw error;
  }
}

/** Objects that this field can add to an answer, with all that is below it. */
function costOf({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const named = getNamedType(field.type);
  const name = `${type.name}.${field.name}`;
  if (isLeafType(named)) return CONFIGURATIONS[name] ?? 0;
  if (named.name.startsWith('__') || named.name === 'PageInfo') return 0;
  if (named.name.endsWith('Payload'))
    return CHANGE.self + CHANGE.target * targetsIn(args['input']) + childComplexity;
  if ('first' in args) return 1 + readingOf(name, args) + pageOf(args['first']) * childComplexity;
  if (named.name.endsWith('Edge')) return childComplexity;
  return readingOf(name, args) + (LENGTHS[name] ?? 1) * (1 + childComplexity);
}

function readingOf(name: string, args: ComplexityEstimatorArgs['args']): number {
  if (name === 'Group.projects') return FILTERS.some((filter) => args[filter] ?? false) ? FILTERED : 0;
  return READING[name] ?? 0;
}

const targets = z.object({
  projectIds: z.nullish(z.array(z.unknown())),
  groupIds: z.nullish(z.array(z.unknown())),
});

function targetsIn(input: unknown): number {
  const { projectIds, groupIds } = targets.parse(input);
  return Math.min((projectIds?.length ?? 0) + (groupIds?.length ?? 0), MAXIMUM_IDS);
}
