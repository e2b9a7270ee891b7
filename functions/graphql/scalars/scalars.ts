import { type ASTNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import * as z from 'zod/mini';
import { CWE_IDENTIFIER } from '../../../shared/domain/scan-types/members.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import type { ErrorCode } from '../errors/codes.ts';
import { globalId, parseNamespaceId, parseNodeId, parseProfileId, profileId } from './global-id.ts';

const INVALID = { code: 'BAD_USER_INPUT' } as const satisfies { code: ErrorCode };

const number = z.number();
const reference = z.union([z.object({ id: z.number() }), z.object({ template: z.string() })]);

/** A scalar that takes only text; `parse` answers undefined for a text that is none. */
function textScalar<T>(
  name: string,
  expected: string,
  parse: (value: unknown) => T | undefined,
  serialize: (value: unknown) => string,
): GraphQLScalarType<T, string> {
  const parsed = (value: unknown, node?: ASTNode): T => {
    const result = parse(value);
    if (result !== undefined) return result;
    throw new GraphQLError(`expected a ${name}, which is ${expected}`, {
      nodes: node ?? null,
      extensions: INVALID,
    });
  };
  return new GraphQLScalarType<T, string>({
    name,
    parseValue: (value) => parsed(value),
    parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize,
  });
}

const GroupID = textScalar(
  'GroupID',
  'gid://gitlab/Group/N',
  (value) => parseNodeId('Group', value),
  (value) => globalId('Group', number.parse(value)),
);

const ProjectID = textScalar(
  'ProjectID',
  'gid://gitlab/Project/N',
  (value) => parseNodeId('Project', value),
  (value) => globalId('Project', number.parse(value)),
);

const NamespaceID = textScalar(
  'NamespaceID',
  'gid://gitlab/Group/N or gid://gitlab/Namespace/N',
  parseNamespaceId,
  (value) => globalId('Group', number.parse(value)),
);

const TEMPLATE_KEYS = TEMPLATES.map(({ key }) => key).join(', ');

const SecurityScanProfileID = textScalar(
  'SecurityScanProfileID',
  `gid://gitlab/Security::ScanProfile/ followed by a number or one of ${TEMPLATE_KEYS}`,
  parseProfileId,
  (value) => profileId(reference.parse(value)),
);

/** With a zone, or the day alone, which begins in UTC: without it nobody knows what is meant. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/i;

function parseMoment(value: unknown): number | undefined {
  const time = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Epoch milliseconds inside, ISO 8601 outside. */
const Time = textScalar(
  'Time',
  'a moment in ISO 8601 with its zone, such as 2026-11-22T05:55:00Z, or a day, such as 2026-11-22',
  parseMoment,
  (value) => new Date(number.parse(value)).toISOString(),
);

const CweIdentifier = textScalar(
  'CweIdentifier',
  'CWE- and 1 to 5 digits, such as CWE-79',
  (value) => (typeof value === 'string' && CWE_IDENTIFIER.test(value) ? value : undefined),
  String,
);

/** JSON is not here: it goes in and out as it is, which is what GraphQL does with a scalar that it knows nothing of. */
export const scalars: readonly GraphQLScalarType[] = [
  GroupID,
  ProjectID,
  NamespaceID,
  SecurityScanProfileID,
  Time,
  CweIdentifier,
];
