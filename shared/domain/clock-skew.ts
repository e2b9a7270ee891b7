/** Milliseconds by which the clock of who reports or announces something may be ahead of ours. */
export const SENDER_CLOCK_SKEW = 5 * 60 * 1000;

/** Milliseconds by which the clocks of two functions may differ. */
export const FUNCTION_CLOCK_SKEW = 100;
