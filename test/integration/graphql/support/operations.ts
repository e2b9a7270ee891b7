import { expect } from 'vitest';
import * as z from 'zod';
import { groupRef } from '../../../../shared/domain/node.ts';
import { readNode } from '../../../../shared/storage/nodes.ts';
import type { Answer, TestApi } from '../../../support/graphql-api.ts';
import { call, type Mutation, type Targets } from './small-tree.ts';

/** Mutations of an operation, by the field of their input that names it. */
export const APPLY = ['applySecurityScanProfileOperation', 'id'] as const;
export const RETRY = ['retrySecurityScanProfileOperation', 'id'] as const;
export const UNDO = ['undoSecurityScanProfileOperation', 'id'] as const;
export const CANCEL = ['cancelSecurityScanProfileOperation', 'id'] as const;
export const ADOPT = ['adoptSecurityScanProfiles', 'operationId'] as const;
export const OPERATION_MUTATIONS = [APPLY, RETRY, UNDO, CANCEL, ADOPT] as const;
export type OperationMutation = (typeof OPERATION_MUTATIONS)[number];

/** Asks for a change of an operation, answering these fields of the operation that comes of it. */
export async function act(
  api: TestApi,
  [field, name]: OperationMutation,
  id: string,
  { user = 'owner', fields = 'id status', ...options }: ActOptions = {},
): Promise<Answer> {
  const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { errors clientMutationId operation { ${fields} } } }`;
  return api.ask(query, { user, variables: { input: { [name]: id, ...options } } });
}

export interface ActOptions {
  readonly user?: string;
  readonly fields?: string;
  readonly [option: string]: unknown;
}

/** Id of the operation in the answer to a mutation. Throws where there is none. */
export function operationIn({ data, text }: Answer): string {
  const payloads = z.record(z.string(), z.object({ operation: z.object({ id: z.string() }) }));
  const [payload] = Object.values(payloads.parse(data, { error: () => text }));
  if (!payload) throw new Error(text);
  return payload.operation.id;
}

/** Asks for an attach or detach and does all of it. Answers the id of the operation. */
export async function done(api: TestApi, mutation: Mutation, targets: Targets): Promise<string> {
  const answer = await call(api, mutation, targets);
  await api.world.drain();
  return operationIn(answer);
}

/** Asks for a change of an operation and does all of it. Answers the id of the operation that comes of it. */
export async function acted(
  api: TestApi,
  mutation: OperationMutation,
  id: string,
  options?: ActOptions,
): Promise<string> {
  const answer = await act(api, mutation, id, options);
  await api.world.drain();
  return operationIn(answer);
}

/** Fields of an operation. */
export async function operationOf(
  api: TestApi,
  id: string,
  fields: string,
  user = 'owner',
): Promise<unknown> {
  const answer = await api.ask(
    `query ($id: ID!) { operation: securityScanProfileOperation(id: $id) { ${fields} } }`,
    {
      user,
      variables: { id },
    },
  );
  if (answer.errors.length > 0) throw new Error(answer.text);
  return z.object({ operation: z.unknown() }).parse(answer.data).operation;
}

/** A refusal of the whole request, by a top-level error. */
export function expectError(answer: Answer, code: string, message: RegExp): void {
  expect(answer.status).toBe(200);
  expect(answer.errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
}

/** Moves a group to a top-level group and does all that follows. Answers the id of the re-home. */
export async function moveGroup(api: TestApi, id: number, parentId: number): Promise<string> {
  const detail = { group_id: id, new_root_namespace_id: parentId, new_parent_id: parentId };
  await api.world.event('GroupTransferredEvent', detail);
  await api.world.drain();
  return (await readNode(api.env.table, groupRef(id)))?.transfer?.operationId ?? '';
}

/** What tells operations from each other by what they are about. */
export const LINKS =
  'kind status undoOf { id } retryOf { id } previewOf { id } adoptOf { id } followUpOf { id }';

/** Of an operation that is linked to none. */
export const NO_LINKS = { undoOf: null, retryOf: null, previewOf: null, adoptOf: null, followUpOf: null };
