import { attachCost } from './attach-cost/attach-cost.ts';
import type { Bench } from './bench.ts';
import { roundTrips } from './round-trips/round-trips.ts';

/** All that is measured, in the order in which it is run. */
export const BENCHES: readonly Bench[] = [attachCost, roundTrips];
