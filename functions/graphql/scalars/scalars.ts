import { type ASTNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import * as z from 'zod/mini';
import { TEMPLATES } from '../../../shared/domain/scan-types.ts';
import type { ErrorCode } from '../errors/codes.ts';
import { globalId, parseNodeId, parseProfileId, profileId } from './global-id.ts';

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

const TEMPLATE_KEYS = TEMPLATES.map(({ key }) => key).join(', ');

const SecurityScanProfileID = textScalar(
  'SecurityScanProfileID',
  `gid://gitlab/Security::ScanProfile/ followed by a number or one of ${TEMPLATE_KEYS}`,
  parseProfileId,
  (value) => profileId(reference.parse(value)),
);

/** Epoch milliseconds inside, ISO 8601 outside. Nothing takes one as input yet. */
const Time = new GraphQLScalarType<number, string>({
  name: 'Time',
  serialize: (value) => new Date(number.parse(value)).toISOString(),
});

export const scalars: readonly GraphQLScalarType[] = [GroupID, ProjectID, SecurityScanProfileID, Time];
