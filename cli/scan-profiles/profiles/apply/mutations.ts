import * as z from 'zod';
import type { Client } from '../../deployment/client.ts';
import type { Accepted } from '../../operations/change.ts';
import { type Operation, OPERATION_FIELDS, operationSchema } from '../../operations/operation.ts';
import type { StoredProfile } from '../diff/diff.ts';
import type { FieldChange } from '../diff/fields.ts';
import type { ProfileText } from '../document/document.ts';
import { triggerInputs } from './configuration-input.ts';

/** What the API answers to an edit: the profile as it is now, or why it was refused. */
export interface Edited {
  readonly errors: readonly string[];
  readonly scanProfile: { readonly id: string; readonly lockVersion: number | null } | null;
  /** Its entry in the log; null where it was refused, or nothing differs. */
  readonly operation: Operation | null;
}

const editedSchema = z.object({
  payload: z.object({
    errors: z.array(z.string()),
    scanProfile: z.object({ id: z.string(), lockVersion: z.int().nullable() }).nullable(),
    operation: operationSchema.nullable(),
  }),
});

const EDITED_FIELDS = `errors scanProfile { id lockVersion } operation { ${OPERATION_FIELDS} }`;

// A file says what is stored: values that are the defaults too, so that the next comparison finds no difference.

export async function createProfile(client: Client, groupId: string, profile: ProfileText): Promise<Edited> {
  const { scanType, name, description } = profile;
  const mutation = `mutation ($input: SecurityScanProfileCreateInput!) {
    payload: securityScanProfileCreate(input: $input) { ${EDITED_FIELDS} }
  }`;
  const triggers = triggerInputs(profile);
  const input = { namespaceId: groupId, scanType, name, description, triggers, stripDefaults: false };
  return (await client.change(editedSchema, mutation, { input })).payload;
}

/** Changes what differs, if nobody else has changed the profile since it was read. */
export async function updateProfile(
  client: Client,
  { id, lockVersion }: StoredProfile,
  profile: ProfileText,
  fields: readonly FieldChange[],
): Promise<Edited> {
  const { name, description } = profile;
  const mutation = `mutation ($input: SecurityScanProfileUpdateInput!) {
    payload: securityScanProfileUpdate(input: $input) { ${EDITED_FIELDS} }
  }`;
  const differs = (field: string): boolean => fields.some(({ path }) => path.split('.')[0] === field);
  const input = {
    id,
    lockVersion,
    stripDefaults: false,
    ...(differs('name') ? { name } : {}),
    ...(differs('description') ? { description } : {}),
    ...(differs('triggers') ? { triggers: triggerInputs(profile) } : {}),
  };
  return (await client.change(editedSchema, mutation, { input })).payload;
}

/** Deletes a profile: the answer names the operation that takes it from its projects. */
export async function deleteProfile(
  client: Client,
  { id, lockVersion }: { readonly id: string; readonly lockVersion?: number | null },
  dryRun: boolean,
): Promise<Accepted> {
  const schema = z.object({
    payload: z.object({ errors: z.array(z.string()), operation: operationSchema.nullable() }),
  });
  const mutation = `mutation ($input: SecurityScanProfileDeleteInput!) {
    payload: securityScanProfileDelete(input: $input) { errors operation { ${OPERATION_FIELDS} } }
  }`;
  return (await client.change(schema, mutation, { input: { id, dryRun, lockVersion } })).payload;
}
