import { attachCost } from './attach-cost/attach-cost.ts';
import { attachSpeed } from './attach-speed/attach-speed.ts';
import type { Bench } from './bench.ts';
import { coldStart } from './cold-start/cold-start.ts';
import { million } from './million/million.ts';
import { onAws } from './on-aws/on-aws.ts';
import { places } from './places/places.ts';
import { postgres } from './postgres/postgres.ts';
import { roundTrips } from './round-trips/round-trips.ts';
import { startUp } from './start-up/start-up.ts';
import { throughput } from './throughput/throughput.ts';

/** All that is measured, in the order in which it is run. */
export const BENCHES: readonly Bench[] = [
  attachCost,
  attachSpeed,
  million,
  postgres,
  onAws,
  roundTrips,
  places,
  coldStart,
  throughput,
  startUp,
];
