import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take more than half a minute, however short they are. Where no earlier run is remembered the longest text would
 * go first, and these would run on alone after all others.
 */
const LONGEST = ['test/e2e/sample.test.ts', 'test/e2e/lifecycle-kill.test.ts'];

/** The order of files: those that take longest first, as far as it is known. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONGEST.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
