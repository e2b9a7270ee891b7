/** Noon of a day, as good as any. */
const NOON = Date.parse('2026-11-22T12:00:00Z');

/** A clock that only the scheduler moves. Milliseconds since the epoch. */
export class SimulatedClock {
  private time = NOON;

  now(): number {
    return this.time;
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }

  /** Goes forward to a time, if that is ahead. */
  reach(time: number): void {
    this.time = Math.max(this.time, time);
  }

  /** To the beginning of the next second. */
  nextSecond(): void {
    this.time = (Math.floor(this.time / 1000) + 1) * 1000;
  }
}
