import { expect } from 'vitest';
import * as z from 'zod';
import type { Answer, TestApi } from '../../../support/graphql-api.ts';
import { type Bounds, KINDS, membersOf } from '../../../support/configuration-members.ts';

/** Every member of every configuration that can be shown. */
const CONFIGURATION = [...new Map(KINDS.map((kind) => [kind.output, kind])).values()]
  .map((kind) => `... on ${kind.output} { ${fieldsOf(membersOf(kind))} }`)
  .join(' ');

function fieldsOf(members: Readonly<Record<string, Bounds>>): string {
  const fields = Object.entries(members).map(([name, bounds]) =>
    bounds.of === 'OBJECT' ? `${name} { ${fieldsOf(bounds.members)} }` : name,
  );
  return fields.join(' ');
}

export const SETTINGS = `triggerSettings { triggerType overrides configuration { __typename ${CONFIGURATION} } }`;

/** All that there is to know of a profile. */
export const PROFILE = `id name description scanType gitlabRecommended createdAt updatedAt triggers lockVersion configuration ${SETTINGS}`;

const profile = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  scanType: z.string(),
  gitlabRecommended: z.boolean(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  triggers: z.array(z.string()),
  lockVersion: z.number().nullable(),
  configuration: z.record(z.string(), z.unknown()),
  triggerSettings: z.array(
    z.object({
      triggerType: z.string(),
      overrides: z.record(z.string(), z.unknown()).nullable(),
      configuration: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
export type ProfileView = z.infer<typeof profile>;

const payload = z.object({
  errors: z.array(z.string()),
  scanProfile: profile.nullable().optional(),
  deletedScanProfileId: z.string().nullable().optional(),
  operation: z.object({ id: z.string(), kind: z.string(), status: z.string() }).nullable(),
  clientMutationId: z.string().nullable(),
});
export type ProfilePayload = z.infer<typeof payload>;

export type ProfileMutation = 'Create' | 'Update' | 'Delete';

export type ProfileInput = Readonly<Record<string, unknown>>;

/** The whole answer, whatever it says. */
export async function send(
  api: TestApi,
  mutation: ProfileMutation,
  input: ProfileInput,
  user = 'owner',
): Promise<Answer> {
  const own = mutation === 'Delete' ? 'deletedScanProfileId' : `scanProfile { ${PROFILE} }`;
  const query = `mutation ($input: SecurityScanProfile${mutation}Input!) {
    done: securityScanProfile${mutation}(input: $input) { ${own} errors operation { id kind status } clientMutationId }
  }`;
  return api.ask(query, { user, variables: { input } });
}

/** What came of it. Fails on top-level errors. */
export async function edit(
  api: TestApi,
  mutation: ProfileMutation,
  input: ProfileInput,
  user?: string,
): Promise<ProfilePayload> {
  const answer = await send(api, mutation, input, user);
  expect(answer.errors).toEqual([]);
  return z.object({ done: payload }).parse(answer.data).done;
}

let made = 0;

/** The input for a profile of group-1, under a name of its own; SAST by two triggers unless told otherwise. */
export function newProfile(input: ProfileInput = {}): ProfileInput {
  made += 1;
  return {
    namespaceId: 'gid://gitlab/Group/1',
    scanType: 'SAST',
    name: `Made ${made}`,
    description: 'For tests',
    triggers: [{ triggerType: 'DEFAULT_BRANCH_PIPELINE' }, { triggerType: 'MERGE_REQUEST_PIPELINE' }],
    ...input,
  };
}

/** Makes a profile, which has to go through. */
export async function madeProfile(api: TestApi, input?: ProfileInput): Promise<ProfileView> {
  const { errors, scanProfile } = await edit(api, 'Create', newProfile(input));
  expect(errors).toEqual([]);
  if (!scanProfile) throw new Error('no profile was made');
  return scanProfile;
}

/** What a configuration is given in, from its values inwards: `{ sast: … }`, `{ triageAndRemediation: { … } }`. */
export function given(member: string, values: object): object {
  return member.split('.').reduceRight<object>((inner, name) => ({ [name]: inner }), values);
}

/** Commands that change the table, of those that it was sent. */
export function writesIn({ commands }: Pick<TestApi, 'commands'>): readonly string[] {
  return commands.filter((name) => !/^(Get|BatchGet|Query|TransactGet)/.test(name));
}

/** What an update is told that met another one. */
export const OVERTAKEN =
  'The scan profile was changed by somebody else in the meantime: read it again and repeat the update';
/** A profile as it is now, as far as an update can change it. */
export async function current(api: TestApi, { id }: Pick<ProfileView, 'id'>): Promise<object> {
  const query = `query ($id: SecurityScanProfileID!) { securityScanProfile(id: $id) {
    id name description triggers lockVersion configuration ${SETTINGS}
  } }`;
  const { data } = await api.ask(query, { variables: { id } });
  return z.object({ securityScanProfile: z.looseObject({}) }).parse(data).securityScanProfile;
}
