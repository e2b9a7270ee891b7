interface Counts {
  passed: number;
  failed: number;
  skipped?: number;
}

/** The last line of a test run: `N passed, N failed`, and `, N skipped` where there are any. */
export function closingLine({ passed, failed, skipped = 0 }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
