import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkConfiguration,
  type ConfigurationValues,
  mergeDefaults,
  stripDefaults,
} from '../../../shared/domain/scan-types/configuration.ts';
import { configurations } from '../../support/configuration-arbitraries.ts';
import { KINDS } from '../../support/configuration-members.ts';

describe.each(KINDS)('the configuration $member', (kind) => {
  const { complete, partial } = configurations(kind);
  const merge = (values: ConfigurationValues): ConfigurationValues => mergeDefaults(kind, values);
  const strip = (values: ConfigurationValues): ConfigurationValues => stripDefaults(kind, values);

  it('whose every member is given is, after its defaults were stripped and merged, what it was', () => {
    fc.assert(
      fc.property(complete, (values) => {
        expect(merge(strip(values))).toEqual(values);
      }),
    );
  });

  it('some of whose members are given means the same after its defaults were stripped', () => {
    fc.assert(
      fc.property(partial, (values) => {
        expect(merge(strip(values))).toEqual(merge(values));
        expect(strip(merge(values))).toEqual(strip(values));
      }),
    );
  });

  it('keeps nothing that is the default, and all that is not', () => {
    fc.assert(
      fc.property(partial, (values) => {
        const kept = leavesIn(strip(values));
        const usual = new Map(leavesIn(kind.defaults));
        expect(kept.filter(([path, value]) => usual.get(path) === value)).toEqual([]);
        const others = leavesIn(values).filter(([path, value]) => usual.get(path) !== value);
        expect(new Map(kept)).toEqual(new Map(others));
      }),
    );
  });

  it('is taken as it is, whole, in part and stripped', () => {
    fc.assert(
      fc.property(fc.oneof(complete, partial), (values) => {
        // Lists can be so long that the whole is over 64 KB.
        fc.pre(JSON.stringify(values).length < 65_536);
        expect(checkConfiguration(kind, values)).toEqual({ result: 'VALID', values });
        expect(checkConfiguration(kind, strip(values))).toMatchObject({ result: 'VALID' });
      }),
    );
  });

  it('has defaults that are taken, and that are nothing to keep', () => {
    expect(checkConfiguration(kind, kind.defaults)).toEqual({ result: 'VALID', values: kind.defaults });
    expect(strip(kind.defaults)).toEqual({});
    expect(merge({})).toEqual(kind.defaults);
  });
});

/** What is set, by path, each value as JSON. */
function leavesIn(values: object): readonly (readonly [string, string])[] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesIn(value).map(([path, leaf]) => [`${name}.${path}`, leaf] as const)
      : [[name, JSON.stringify(value)] as const],
  );
}
