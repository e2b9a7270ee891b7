import type { Environment } from './environment.ts';

/** The environment for work that has to be done, or to have failed, by that time (epoch milliseconds). */
export function until<Env extends Pick<Environment, 'clock'>>(env: Env, time: number): Env {
  return { ...env, clock: { ...env.clock, until: time } };
}
