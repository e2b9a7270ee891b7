import * as z from 'zod';
import type { Table } from '../../../shared/environment/environment.ts';
import { allItems } from '../../support/raw-items.ts';

const nodeSchema = z.object({ PK: z.string(), parentId: z.number().nullable(), changedAt: z.number() });
const projectSchema = nodeSchema.extend({
  state: z.object({
    rootId: z.number().nullish(),
    attachments: z.record(z.string(), z.unknown()),
    decided: z.record(z.string(), z.object({ seq: z.number(), operationId: z.string() })),
  }),
});
const operationSchema = z.object({
  id: z.string(),
  rootId: z.number(),
  sequence: z.number(),
  status: z.string(),
  finishedAt: z.number().optional(),
  change: z.object({ kind: z.string() }),
  actor: z.string(),
  followUpOf: z.string().optional(),
  source: z.object({ operationId: z.string() }).optional(),
  totals: z.object({ applied: z.number(), unchanged: z.number(), skipped: z.number(), failed: z.number() }),
});
const openSchema = z.object({ operationId: z.string(), pageId: z.string(), since: z.number() });
const pageSchema = z.object({ PK: z.string(), projectIds: z.array(z.number()) });
const failuresSchema = z.object({ PK: z.string(), codes: z.record(z.string(), z.array(z.number())) });
const profileSchema = z.object({
  id: z.number(),
  rootId: z.number(),
  templateKey: z.string().optional(),
  status: z.string(),
});

export type StoredProject = z.infer<typeof projectSchema>;
export type StoredOperation = z.infer<typeof operationSchema>;
export type OpenItem = z.infer<typeof openSchema>;

/** What is stored, read without the product's own code. */
export interface Stored {
  /** By their ids. */
  readonly groups: ReadonlyMap<number, z.infer<typeof nodeSchema>>;
  readonly projects: ReadonlyMap<number, StoredProject>;
  readonly operations: ReadonlyMap<string, StoredOperation>;
  readonly open: readonly OpenItem[];
  /** Operation → projects of each of its pages. */
  readonly pages: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** Operation → codes with which projects failed. */
  readonly failures: ReadonlyMap<string, readonly string[]>;
  readonly profiles: readonly z.infer<typeof profileSchema>[];
}

export async function readStored(table: Table): Promise<Stored> {
  const items = (await allItems(table)).map((item) => ({
    ...item,
    PK: String(item['PK']),
    SK: String(item['SK']),
  }));
  const of = <Found>(schema: z.ZodType<Found>, pk: string, sk: string): readonly Found[] =>
    items.filter(({ PK, SK }) => PK.startsWith(pk) && SK.startsWith(sk)).map((item) => schema.parse(item));
  const idOf = ({ PK }: { readonly PK: string }): number => Number(PK.slice(PK.indexOf('#') + 1));
  const pages = Map.groupBy(of(pageSchema, 'OPERATION#', 'PAGE#'), operationIdOf);
  const failures = Map.groupBy(of(failuresSchema, 'OPERATION#', 'EXCEPTIONS#FAILED'), operationIdOf);
  return {
    groups: new Map(of(nodeSchema, 'GROUP#', '#NODE').map((node) => [idOf(node), node])),
    projects: new Map(of(projectSchema, 'PROJECT#', '#NODE').map((node) => [idOf(node), node])),
    operations: new Map(of(operationSchema, 'OPERATION#', '#HEADER').map((one) => [one.id, one])),
    open: of(openSchema, 'OPEN#', ''),
    pages: new Map([...pages].map(([id, found]) => [id, found.map(({ projectIds }) => projectIds)])),
    failures: new Map(
      [...failures].map(([id, found]) => [id, found.flatMap(({ codes }) => Object.keys(codes))]),
    ),
    profiles: of(profileSchema, 'ROOT#', 'PROFILE#'),
  };
}

function operationIdOf({ PK }: { readonly PK: string }): string {
  return PK.slice('OPERATION#'.length);
}

/** The end of an operation that was announced stays open for an hour, only to be forgotten then. */
export function isOver(
  { operationId, pageId, since }: OpenItem,
  { operations }: Pick<Stored, 'operations'>,
): boolean {
  return pageId === 'END' && since > (operations.get(operationId)?.finishedAt ?? Infinity);
}
