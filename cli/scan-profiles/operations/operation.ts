import * as z from 'zod';

const named = z.object({ name: z.string() });

/** An operation of the API. Enumerations are texts: a newer deployment may have more of them. */
export const operationSchema = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  mode: z.string().nullable(),
  dryRun: z.boolean(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  actor: z.object({ id: z.string() }),
  profile: z.object({ id: z.string(), name: z.string(), scanType: z.string() }).nullable(),
  /** Of an edit; null where there was no profile before, or is none after. */
  profileChange: z.object({ before: named.nullable(), after: named.nullable() }).nullable(),
  projectIds: z.array(z.string()),
  groupIds: z.array(z.string()),
  totals: z.object({
    projects: z.int(),
    applied: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    failed: z.int(),
  }),
  expectedProjects: z.int().nullable(),
  progress: z.object({ pagesKnown: z.int(), pagesDone: z.int() }),
  failureThresholdPercent: z.int().nullable(),
  stopReason: z.string().nullable(),
  stoppedBy: z.object({ id: z.string() }).nullable(),
  stalled: z.boolean(),
  undoOf: z.object({ id: z.string() }).nullable(),
  retryOf: z.object({ id: z.string() }).nullable(),
  previewOf: z.object({ id: z.string() }).nullable(),
  adoptOf: z.object({ id: z.string() }).nullable(),
  followUpOf: z.object({ id: z.string() }).nullable(),
});

export type Operation = z.infer<typeof operationSchema>;

/** Every field of an operation but its results. */
export const OPERATION_FIELDS = `id kind status mode dryRun createdAt finishedAt actor { id }
  profile { id name scanType } profileChange { before { name } after { name } } projectIds groupIds totals { projects applied unchanged skipped failed }
  expectedProjects progress { pagesKnown pagesDone } failureThresholdPercent stopReason stoppedBy { id } stalled
  undoOf { id } retryOf { id } previewOf { id } adoptOf { id } followUpOf { id }`;

/** What changes while an operation runs. */
export const stateSchema = operationSchema.pick({
  status: true,
  totals: true,
  expectedProjects: true,
  stalled: true,
});

export const STATE_FIELDS = `status totals { projects applied unchanged skipped failed } expectedProjects stalled`;

/** Kinds of operations that change a profile itself: they are neither cancelled nor applied nor undone. */
const EDITS = new Set(['CREATE_PROFILE', 'UPDATE_PROFILE', 'DELETE_PROFILE']);

export function isEdit({ kind }: Pick<Operation, 'kind'>): boolean {
  return EDITS.has(kind);
}

/** Name of the profile that an operation is about; null where it is about none, or one that is gone. */
export function profileNameOf({
  profile,
  profileChange,
}: Pick<Operation, 'profile' | 'profileChange'>): string | null {
  return profile?.name ?? profileChange?.after?.name ?? profileChange?.before?.name ?? null;
}

const RUNNING = new Set(['PENDING', 'RUNNING', 'CANCELLING']);

export function hasEnded({ status }: Pick<Operation, 'status'>): boolean {
  return !RUNNING.has(status);
}
