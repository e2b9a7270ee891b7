import { beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from './all.ts';
import { type Matrix, runMatrix } from './matrix/run-matrix.ts';
import { SEEDS } from './seeds.ts';

/** Histories of one mutant, at most. */
const PATIENCE = 20;

let matrix: Matrix;

beforeAll(async () => {
  matrix = await runMatrix({ jobs: 1, from: SEEDS, maxSeeds: PATIENCE, enough: 1 });
}, 300_000);

describe('the product as it is', () => {
  it('passes every directed test', () => {
    expect(matrix.broken.map(({ shows, message }) => `${shows}: ${message}`)).toEqual([]);
  });
});

describe('the product without a guard', () => {
  it.each(MUTANTS)('$name fails a directed test: $without', ({ name }) => {
    const row = matrix.rows.find(({ mutant }) => mutant.name === name);
    expect(row?.directed.map(({ verdict }) => verdict)).toContain('FAILS');
  });

  it.each(Object.entries(SEEDS))('%s breaks a promise in a history, from seed %d on', (name) => {
    const row = matrix.rows.find(({ mutant }) => mutant.name === name);
    expect(row?.histories.broken).not.toEqual([]);
  });
});
