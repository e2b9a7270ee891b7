import type { Reporter, SerializedError, TestModule, TestResult } from 'vitest/node';
import { closingLine } from './closing-line.ts';

/** Ends a run with `N passed, N failed`, alone on a line, for people and machines that read only that. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: TestResult['state']): number => states.filter((each) => each === state).length;
    // A file that does not load, a hook or a stray promise that throws: no test carries that failure.
    const besideTests = unhandledErrors.length + modules.flatMap((module) => moduleErrors(module)).length;
    const skipped = count('skipped') + count('pending');
    console.log(
      `\n${closingLine({ passed: count('passed'), failed: count('failed') + besideTests, skipped })}`,
    );
  }
}

function moduleErrors(module: TestModule): readonly SerializedError[] {
  const suites = [...module.children.allSuites()];
  return [...module.errors(), ...suites.flatMap((suite) => suite.errors())];
}
