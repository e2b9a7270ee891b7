import { describe, expect, it } from 'vitest';
import { ACCESS_LEVELS, permissionsOf, withoutChanges } from '../../../shared/domain/access.ts';

const READING = { read: true, report: true };
const NOTHING = { read: false, apply: false, create: false, update: false, delete: false, report: false };
const MANAGING = { create: true, update: true, delete: true };

describe('permissions', () => {
  it.each([
    ['guest', NOTHING, NOTHING],
    ['planner', NOTHING, NOTHING],
    ['reporter', NOTHING, NOTHING],
    ['securityManager', { ...NOTHING, ...READING }, { ...NOTHING, ...READING, apply: true }],
    ['developer', { ...NOTHING, ...READING }, { ...NOTHING, ...READING }],
    ['maintainer', { ...NOTHING, ...READING }, { ...READING, ...MANAGING, apply: true }],
    ['owner', { ...NOTHING, ...READING }, { ...READING, ...MANAGING, apply: true }],
  ] as const)('of a %s below the root, and of one of the root', (role, below, ofRoot) => {
    const level = ACCESS_LEVELS[role];
    expect(permissionsOf({ levels: [level], rootLevels: [] })).toEqual(below);
    expect(permissionsOf({ levels: [level], rootLevels: [level] })).toEqual(ofRoot);
  });

  it('are the union over all memberships', () => {
    const both = permissionsOf({ levels: [10, 30, 25], rootLevels: [25, 10] });
    expect(both).toEqual({ ...NOTHING, ...READING, apply: true });
  });

  it('are to read for a token that may not change anything', () => {
    const owner = { levels: [50], rootLevels: [50] };
    expect(withoutChanges(permissionsOf(owner))).toEqual({ ...NOTHING, read: true });
    expect(withoutChanges(NOTHING)).toEqual(NOTHING);
  });
});
