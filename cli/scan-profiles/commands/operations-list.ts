import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import { CHANGE_KINDS, OPERATION_STATUSES } from '../../../shared/domain/operation.ts';
import { enumOf, limitOf, onlyWord, timeOf } from '../command-line/values.ts';
import { DeploymentRefusal } from '../deployment/client.ts';
import { type Page, pageOf } from '../deployment/pages.ts';
import { EXIT } from '../exit-codes.ts';
import { type Operation, OPERATION_FIELDS, operationSchema } from '../operations/operation.ts';
import { OPERATION_CSV, OPERATION_TEXT } from '../operations/report.ts';
import { type List, writeRows } from '../output/rows.ts';
import { resolveProfile } from '../profiles/resolve.ts';
import { refuseMissing } from '../targets/resolve.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

/** Those that are stored, and the one of an operation that was told to stop and has not ended. */
const STATUSES = [...OPERATION_STATUSES, 'CANCELLING'] as const;

export const listOperations: Command = {
  words: ['operations', 'list'],
  synopsis: 'GROUP',
  summary: 'Lists the operations of a top-level group, newest first: who did what when.',
  details: ['GROUP is the path of a top-level group, or of a group that was one.'],
  options: ['kind', 'status', 'profile', 'actor', 'created-after', 'created-before', 'limit'],
  examples: [
    'operations list debian',
    'operations list debian --kind attach --status partial --created-after 2026-11-01T00:00:00Z --csv',
  ],
  plan: (args) => {
    const fullPath = onlyWord(args, 'group, by its path');
    const limit = limitOf(args);
    const filter = {
      kind: enumOf(args, 'kind', CHANGE_KINDS),
      status: enumOf(args, 'status', STATUSES),
      actorId: args.text('actor'),
      createdAfter: timeOf(args, 'created-after'),
      createdBefore: timeOf(args, 'created-before'),
    };
    const profile = args.text('profile');
    return async (context) => {
      const { client } = context;
      const profileId = profile === undefined ? undefined : await resolveProfile(client, profile, fullPath);
      const list: List<Operation> = {
        limit,
        noun: 'operation',
        text: OPERATION_TEXT,
        csv: OPERATION_CSV,
        readPage: async (page) => readOperations(context, fullPath, { ...filter, profileId, ...page }),
      };
      try {
        await writeRows(context, list);
      } catch (error) {
        throw withRoot(error, fullPath, context);
      }
      return EXIT.success;
    };
  },
};

async function readOperations(
  { client }: Context,
  fullPath: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Page<Operation>> {
  const group = z.object({ securityScanProfileOperations: pageOf(operationSchema) });
  const query = `query (
    $fullPath: ID!, $kind: SecurityScanProfileOperationKind, $status: SecurityScanProfileOperationStatus,
    $profileId: SecurityScanProfileID, $actorId: String, $createdAfter: Time, $createdBefore: Time,
    $first: Int, $after: String
  ) {
    group(fullPath: $fullPath) {
      securityScanProfileOperations(
        kind: $kind, status: $status, profileId: $profileId, actorId: $actorId,
        createdAfter: $createdAfter, createdBefore: $createdBefore, first: $first, after: $after
      ) {
        nodes { ${OPERATION_FIELDS} }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  const answer = await client.read(z.object({ group: group.nullable() }), query, { fullPath, ...variables });
  return (answer.group ?? refuseMissing([fullPath])).securityScanProfileOperations;
}

/** The group at the beginning of a path is the one that has the log. */
function withRoot(error: unknown, fullPath: string, { commandLine }: Context): unknown {
  const [root = '', ...below] = fullPath.split('/');
  const isInput = error instanceof DeploymentRefusal && error.fault.code === 'BAD_USER_INPUT';
  if (!isInput || below.length === 0) return error;
  return new Refusal(`${error.message}\nOf its top-level group: ${commandLine('operations', 'list', root)}`);
}
