import { beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from './all.ts';
import { type Matrix, runMatrix } from './matrix/run-matrix.ts';

let matrix: Matrix;

beforeAll(async () => {
  matrix = await runMatrix({ jobs: 1, maxSeeds: 0 });
}, 120_000);

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
});
