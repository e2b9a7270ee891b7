import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';
import { testEnvironment } from '../../support/test-environment.ts';

/** As long as a part of a path may be. */
const LONGEST = 'x'.repeat(255);

let engine: TestEngine;
let reads = 0;

beforeAll(async () => {
  engine = await startEngine();
  const env = testEnvironment(engine.table);
  await placeNode(env, { ref: groupRef(1), parentId: null, slug: LONGEST, name: 'one', at: 1 });
  await placeNode(env, { ref: projectRef(2), parentId: 1, slug: LONGEST, name: 'two', at: 1 });
  engine.table.client.middlewareStack.add(
    (next) => async (args) => {
      reads += 1;
      return next(args);
    },
    { step: 'initialize', name: 'countReads' },
  );
});
beforeEach(() => {
  reads = 0;
});
afterAll(async () => engine.stop());

describe('finding by path', () => {
  it('finds what has the longest path that there can be', async () => {
    expect(await findByPath(engine.table, 'group', LONGEST)).toMatchObject(groupRef(1));
    expect(await findByPath(engine.table, 'project', `${LONGEST}/${LONGEST}`)).toMatchObject(projectRef(2));
  });

  it.each([
    ['nothing', ''],
    ['a part that is empty', `${LONGEST}/`],
    ['a part that is too long', `${LONGEST}/${LONGEST}x`],
    ['a part that no key can hold', 'x'.repeat(5_000)],
    ['a sign that no path has', 'a/b#'],
    ['too many parts', Array.from({ length: 22 }, () => 'a').join('/')],
    ['very many parts', 'a/'.repeat(50_000)],
  ])('reads nothing for %s', async (_name, path) => {
    expect(await findByPath(engine.table, 'project', path)).toBeUndefined();
    expect(reads).toBe(0);
  });

  it('reads as far as it gets', async () => {
    expect(await findByPath(engine.table, 'project', 'a/b')).toBeUndefined();
    expect(reads).toBe(1);
  });
});
