import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import { type Operation, OPERATION_FIELDS, operationSchema } from './operation.ts';

/** What the API answers to a change. */
export interface Accepted {
  /** A line for each project named in the request that could not be changed while the others went through. */
  readonly errors: readonly string[];
  readonly operation: Operation | null;
}

/** The GraphQL type of each field that inputs of mutations have. */
const INPUT_TYPES = {
  id: 'ID!',
  operationId: 'ID!',
  securityScanProfileId: 'SecurityScanProfileID!',
  groupIds: '[GroupID!]',
  projectIds: '[ProjectID!]',
  mode: 'SecurityScanProfileAttachMode',
  dryRun: 'Boolean',
  idempotencyKey: 'String',
  failureThresholdPercent: 'Int',
} as const;

export type ChangeInput = Partial<Record<keyof typeof INPUT_TYPES, unknown>>;

export type Mutation =
  | 'attachSecurityScanProfile'
  | 'detachSecurityScanProfile'
  | 'applySecurityScanProfileOperation'
  | 'retrySecurityScanProfileOperation'
  | 'undoSecurityScanProfileOperation'
  | 'cancelSecurityScanProfileOperation'
  | 'adoptSecurityScanProfiles';

/** Asks for a change. Fields that are undefined are left out. */
export async function change(client: Client, mutation: Mutation, input: ChangeInput): Promise<Accepted> {
  const names = Object.entries(INPUT_TYPES).filter(([name]) => name in variables(input));
  const parameters = names.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const fields = names.map(([name]) => `${name}: $${name}`).join(', ');
  const schema = z.object({
    payload: z.object({ errors: z.array(z.string()), operation: operationSchema.nullable() }),
  });
  const document = `mutation (${parameters}) {
    payload: ${mutation}(input: { ${fields} }) { errors operation { ${OPERATION_FIELDS} } }
  }`;
  return (await client.change(schema, document, variables(input))).payload;
}

function variables(input: ChangeInput): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
