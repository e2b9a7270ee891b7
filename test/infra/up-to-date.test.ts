import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isUpToDate, remember } from '../../infra/bundle/up-to-date.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

describe('whether bundles are up to date', () => {
  let root: string;

  beforeEach(async () => {
    const folder = new TemporaryFolder('bundle');
    root = folder.path;
    await writeFile(join(root, 'a.ts'), 'a');
    await writeFile(join(root, 'b.ts'), 'b');
    await remember(root, root, '0.28.2', ['a.ts', 'b.ts']);
    return async () => folder[Symbol.asyncDispose]();
  });

  it('they are while nothing changes', async () => {
    expect(await isUpToDate(root, root, '0.28.2')).toBe(true);
  });

  it('they are when something changes that none is made of', async () => {
    await writeFile(join(root, 'a.test.ts'), 'new');
    await writeFile(join(root, 'package.json'), '{}');
    expect(await isUpToDate(root, root, '0.28.2')).toBe(true);
  });

  it('they are not before the first build', async () => {
    expect(await isUpToDate(root, join(root, 'elsewhere'), '0.28.2')).toBe(false);
  });

  it('they are not after another version of the bundler came', async () => {
    expect(await isUpToDate(root, root, '0.28.3')).toBe(false);
  });

  it.each([
    { change: 'a changed source', make: () => writeFile(join(root, 'b.ts'), 'c') },
    { change: 'a removed source', make: () => rm(join(root, 'a.ts')) },
    { change: 'another dependency', make: () => writeFile(join(root, 'package-lock.json'), '{}') },
  ])('they are not after $change', async ({ make }) => {
    await make();
    expect(await isUpToDate(root, root, '0.28.2')).toBe(false);
  });

  it('they are not when text moves from one file to the next', async () => {
    await writeFile(join(root, 'a.ts'), 'ab');
    await writeFile(join(root, 'b.ts'), '');
    expect(await isUpToDate(root, root, '0.28.2')).toBe(false);
  });
});
