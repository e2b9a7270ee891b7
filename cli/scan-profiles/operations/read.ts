import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import type { Client } from '../deployment/client.ts';
import { plain } from '../output/plain.ts';
import { type Operation, OPERATION_FIELDS, operationSchema, STATE_FIELDS, stateSchema } from './operation.ts';

/** An operation with all its fields. Refuses where the caller sees none. */
export async function readOperation(client: Client, id: string): Promise<Operation> {
  const schema = z.object({ securityScanProfileOperation: operationSchema.nullable() });
  const query = `query ($id: ID!) { securityScanProfileOperation(id: $id) { ${OPERATION_FIELDS} } }`;
  const { securityScanProfileOperation } = await client.read(schema, query, { id });
  return securityScanProfileOperation ?? refuseAbsent(id);
}

/** How far an operation is. */
export async function readState(client: Client, id: string): Promise<z.infer<typeof stateSchema>> {
  const schema = z.object({ securityScanProfileOperation: stateSchema.nullable() });
  const query = `query ($id: ID!) { securityScanProfileOperation(id: $id) { ${STATE_FIELDS} } }`;
  const { securityScanProfileOperation } = await client.read(schema, query, { id });
  return securityScanProfileOperation ?? refuseAbsent(id);
}

export function refuseAbsent(id: string): never {
  throw new Refusal(
    `There is no operation ${plain(id)}, or this user may not see it.\n` +
      'The operations of a top-level group: npx scan-profiles operations list GROUP',
  );
}
