import type { ConfigurationValues } from '../../../../shared/domain/scan-types/configuration.ts';
import { type Bounds, membersOf, type Row } from '../../../support/configuration-members.ts';

/** What has a value: no member of it. */
export type LeafBounds = Exclude<Bounds, { of: 'OBJECT' }>;

/** A member of the configuration for a scan type and a trigger. */
export interface MemberRow extends Row {
  /** From the configuration down. */
  readonly path: readonly string[];
  readonly bounds: LeafBounds;
}

export function memberRows(row: Row): readonly MemberRow[] {
  const below = (members: Readonly<Record<string, Bounds>>, above: readonly string[]): readonly MemberRow[] =>
    Object.entries(members).flatMap(([name, bounds]) => {
      const path = [...above, name];
      return bounds.of === 'OBJECT' ? below(bounds.members, path) : [{ ...row, path, bounds }];
    });
  return below(membersOf(row.kind), []);
}

/** A configuration with this one value. */
export function valuesWith(path: readonly string[], value: unknown): ConfigurationValues {
  const [name = '', ...inner] = path;
  return { [name]: inner.length === 0 ? value : valuesWith(inner, value) };
}

/** A value that is refused, with the line that says so: what follows the path of the member. */
type Refused = readonly [value: unknown, line: string];

/** The values at each bound. */
export function valuesAt(bounds: LeafBounds): readonly unknown[] {
  switch (bounds.of) {
    case 'ENUM':
      return bounds.values;
    case 'FLAG':
      return [true, false];
    case 'INTEGER':
      return [bounds.minimum, bounds.maximum];
    case 'CWE':
      return ['CWE-0', 'CWE-99999'];
    case 'TEXT':
      return ['x'.repeat(bounds.minimum), 'ü'.repeat(bounds.maximum)];
    case 'LIST': {
      const entries = valuesAt(leafOf(bounds.entry));
      const full = Array.from({ length: bounds.maximum }, () => entries[0]);
      return [[], entries, full];
    }
  }
}

/** Values just beyond each bound, which GraphQL lets through. */
export function valuesBeyond(bounds: LeafBounds): readonly Refused[] {
  switch (bounds.of) {
    case 'ENUM':
    case 'FLAG':
    case 'CWE':
      return [];
    case 'INTEGER': {
      const line = `: must be a whole number from ${bounds.minimum} to ${bounds.maximum}`;
      return [
        [bounds.minimum - 1, line],
        [bounds.maximum + 1, line],
      ];
    }
    case 'TEXT':
      return [
        ['', ': must not be empty: leave it out instead'],
        ['x'.repeat(bounds.maximum + 1), `: must have at most ${bounds.maximum} characters`],
        ['two\nlines', ': must be one line without control characters'],
      ];
    case 'LIST': {
      const [fine] = valuesAt(leafOf(bounds.entry));
      const over = Array.from({ length: bounds.maximum + 1 }, () => fine);
      return [
        [over, `: must have at most ${bounds.maximum} entries`],
        ...valuesBeyond(leafOf(bounds.entry)).map(([entry, line]): Refused => [[fine, entry], `[1]${line}`]),
      ];
    }
  }
}

/** Values of another type, which GraphQL refuses, and what follows the path of the member where it says so. */
export function misfits(bounds: LeafBounds): readonly Refused[] {
  switch (bounds.of) {
    case 'ENUM':
      return [['NONSENSE', '']];
    case 'FLAG':
      return [['true', '']];
    case 'INTEGER':
      return [
        [1.5, ''],
        ['1', ''],
        [2 ** 31, ''],
      ];
    case 'CWE':
      return [
        ['CWE-123456', ''],
        ['cwe-79', ''],
        ['79', ''],
        [79, ''],
      ];
    case 'TEXT':
      return [[79, '']];
    case 'LIST':
      return [[[null], '[0]'], ...misfits(leafOf(bounds.entry)).map(([entry]): Refused => [[entry], '[0]'])];
  }
}

function leafOf(bounds: Bounds): LeafBounds {
  if (bounds.of === 'OBJECT') throw new Error('no list of a configuration holds objects');
  return bounds;
}
