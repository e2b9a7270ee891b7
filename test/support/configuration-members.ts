import * as z from 'zod';
import type { ConfigurationKind } from '../../shared/domain/scan-types/configuration.ts';
import {
  configurationOf,
  SCAN_TYPES,
  type ScanType,
  type Trigger,
  triggersOf,
} from '../../shared/domain/scan-types/scan-types.ts';

/** What a member of a configuration may be. */
export type Bounds =
  | { readonly of: 'ENUM'; readonly values: readonly string[] }
  | { readonly of: 'TEXT'; readonly minimum: number; readonly maximum: number }
  | { readonly of: 'CWE' }
  | { readonly of: 'INTEGER'; readonly minimum: number; readonly maximum: number }
  | { readonly of: 'FLAG' }
  | { readonly of: 'LIST'; readonly maximum: number; readonly entry: Bounds }
  | { readonly of: 'OBJECT'; readonly members: Readonly<Record<string, Bounds>> };

/** A scan type and a trigger for which it can be configured. */
export interface Row {
  readonly scanType: ScanType;
  readonly trigger: Trigger;
  readonly kind: ConfigurationKind;
}

/** All of the table. */
export const ROWS: readonly Row[] = SCAN_TYPES.flatMap((scanType) =>
  triggersOf(scanType).flatMap((trigger): readonly Row[] => {
    const kind = configurationOf(scanType, trigger);
    return kind ? [{ scanType, trigger, kind }] : [];
  }),
);

/** Each kind of configuration once. */
export const KINDS: readonly ConfigurationKind[] = [...new Set(ROWS.map(({ kind }) => kind))];

type Described = z.infer<typeof described>;
const described = z.object({
  type: z.enum(['string', 'integer', 'boolean', 'array', 'object']),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
  get items() {
    return described.optional();
  },
  get properties() {
    return z.record(z.string(), described).optional();
  },
});

/** The members of a configuration with their bounds, as its schema has them. */
export function membersOf({ schema }: Pick<ConfigurationKind, 'schema'>): Readonly<Record<string, Bounds>> {
  const bounds = boundsOf(described.parse(z.toJSONSchema(schema)));
  if (bounds.of !== 'OBJECT') throw new Error('a configuration is an object');
  return bounds.members;
}

function boundsOf({ type, ...rest }: Described): Bounds {
  switch (type) {
    case 'boolean':
      return { of: 'FLAG' };
    case 'integer':
      return { of: 'INTEGER', minimum: known(rest.minimum), maximum: known(rest.maximum) };
    case 'array':
      return { of: 'LIST', maximum: known(rest.maxItems), entry: boundsOf(known(rest.items)) };
    case 'object': {
      const members = Object.entries(known(rest.properties));
      return { of: 'OBJECT', members: Object.fromEntries(members.map(([name, of]) => [name, boundsOf(of)])) };
    }
    case 'string':
      if (rest.enum) return { of: 'ENUM', values: rest.enum };
      if (rest.pattern?.includes('CWE')) return { of: 'CWE' };
      return { of: 'TEXT', minimum: known(rest.minLength), maximum: known(rest.maxLength) };
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a member has no bound where one is expected');
  return value;
}
