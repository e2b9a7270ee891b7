import { attachCost } from './attach-cost/attach-cost.ts';
import type { Bench } from './bench.ts';

/** All that is measured, in the order in which it is run. */
export const BENCHES: readonly Bench[] = [attachCost];
