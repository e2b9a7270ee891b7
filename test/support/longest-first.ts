import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, however short they are, the longest first. Where no earlier run is remembered the longest text
 * would go first, and these would run on alone after all others.
 */
const LONGEST = [
  'test/e2e/sample.test.ts',
  'test/e2e/drills/kill.test.ts',
  'test/e2e/pipeline/shapes.test.ts',
  'test/e2e/lifecycle.test.ts',
  'test/e2e/operations/cancel.test.ts',
  'test/e2e/pipeline/races.test.ts',
  'test/e2e/lifecycle-kill.test.ts',
  'test/e2e/drills/dead-letters.test.ts',
  'test/e2e/operations/fairness.test.ts',
];

/** The order of files: those that take longest first, as far as it is known. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONGEST.some((path) => moduleId.endsWith(path));
    const long = LONGEST.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(path)));
    return [...long, ...sorted.filter((file) => !isLong(file))];
  }
}
