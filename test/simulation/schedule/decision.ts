import type { Action } from '../world/actions.ts';

/** What can go wrong with one call. Which of them a call can meet depends on what it is. */
export const FAULTS = [
  /** No effect; the service has no capacity. */
  'THROTTLE',
  /** It meets another transaction: no effect. */
  'CONFLICT',
  /** Effect, but the reply never comes. */
  'LOST_REPLY',
  /** The reply never comes, and the effect is had some time later. */
  'LATE',
  /** Effect twice: the SDK sends it again by itself. */
  'RESENT',
  /** Part of a batch is done; or less of a list is answered than was asked for. */
  'PARTIAL',
  /** The function dies: this call had no effect, others on their way may have one. */
  'CRASH',
  /** The function dies with the effect. */
  'CRASH_AFTER',
  /** The function stands still for longer than its message is out of sight. */
  'PAUSE',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One choice of the scheduler. Names, not positions: a history of which some choices are left out can still be replayed. */
export type Decision =
  /** Lets a waiting call of a task through. */
  | { readonly do: 'CALL'; readonly task: string; readonly call: string; readonly fault?: Fault }
  /** What was sent by a function that is dead, or waits no longer, arrives. */
  | { readonly do: 'LATE'; readonly task: string; readonly call: string }
  /** Somebody outside acts. */
  | { readonly do: 'ACT'; readonly name: string; readonly action: Action }
  /** Hands messages of a queue to a worker. */
  | { readonly do: 'DELIVER'; readonly queue: string; readonly messages: readonly string[] }
  /** A message that is being worked on, or was, is there once more. */
  | { readonly do: 'DUPLICATE'; readonly queue: string; readonly message: string }
  /** The clock goes forward by milliseconds. */
  | { readonly do: 'CLOCK'; readonly by: number };
