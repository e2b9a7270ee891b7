/** Milliseconds by which the clock of who reports or announces something may be ahead of ours. */
export const SENDER_CLOCK_SKEW = 5 * 60 * 1000;
