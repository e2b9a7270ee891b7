import fc from 'fast-check';
import type { ConfigurationKind, ConfigurationValues } from '../../shared/domain/scan-types/configuration.ts';
import { type Bounds, membersOf } from './configuration-members.ts';

interface Arbitraries {
  /** Every member is there. */
  readonly complete: fc.Arbitrary<ConfigurationValues>;
  /** Some are. */
  readonly partial: fc.Arbitrary<ConfigurationValues>;
}

/** Any configuration of a kind that its schema takes, derived from it; the defaults come up more often than by chance. */
export function configurations(kind: ConfigurationKind): Arbitraries {
  const members = membersOf(kind);
  return { complete: record(members, kind.defaults, true), partial: record(members, kind.defaults, false) };
}

function record(
  members: Readonly<Record<string, Bounds>>,
  defaults: ConfigurationValues,
  isComplete: boolean,
): fc.Arbitrary<ConfigurationValues> {
  const arbitraries = Object.fromEntries(
    Object.entries(members).map(([name, bounds]) => [name, member(bounds, defaults[name], isComplete)]),
  );
  return isComplete ? fc.record(arbitraries) : fc.record(arbitraries, { requiredKeys: [] });
}

function member(bounds: Bounds, usual: unknown, isComplete: boolean): fc.Arbitrary<unknown> {
  if (bounds.of === 'OBJECT') {
    const inner = typeof usual === 'object' && usual !== null ? { ...usual } : {};
    return record(bounds.members, inner, isComplete);
  }
  return usual === undefined ? leaf(bounds) : fc.oneof(leaf(bounds), fc.constant(usual));
}

function leaf(bounds: Exclude<Bounds, { of: 'OBJECT' }>): fc.Arbitrary<unknown> {
  switch (bounds.of) {
    case 'ENUM':
      return fc.constantFrom(...bounds.values);
    case 'FLAG':
      return fc.boolean();
    case 'INTEGER':
      return fc.integer({ min: bounds.minimum, max: bounds.maximum });
    case 'CWE':
      return fc.integer({ min: 0, max: 99_999 }).map((number) => `CWE-${number}`);
    case 'TEXT':
      return fc.string({ minLength: bounds.minimum, maxLength: bounds.maximum, unit: 'grapheme-ascii' });
    case 'LIST': {
      const { entry, maximum } = bounds;
      if (entry.of === 'OBJECT') throw new Error('no list of a configuration holds objects');
      return fc.array(leaf(entry), { maxLength: maximum });
    }
  }
}
