import type { Log } from '../../shared/environment/environment.ts';
import { METRICS } from '../../shared/names.ts';
import { END_PAGE, type OpenPage } from '../../shared/storage/pages.ts';

/** How old the oldest of what is open is. */
export class Ages {
  private readonly now: number;
  private page = 0;
  private operation = 0;

  /** `now` in epoch milliseconds. */
  constructor(now: number) {
    this.now = now;
  }

  /**
   * `END` says since when its operation runs, until that has ended: then it lies in the future, or was set at the end or at a
   * sending within the hour.
   */
  note({ pageId, since, start }: OpenPage): void {
    // An audit waits until nobody can be at work any more.
    if ('audit' in start) return;
    const age = this.now - since;
    if (pageId === END_PAGE) this.operation = Math.max(this.operation, age);
    else this.page = Math.max(this.page, age);
  }

  /** Also where nothing is open: then it is zero. */
  tell(log: Log): void {
    log.measure(METRICS.oldestOpenPage, Math.round(this.page / 1000), 'Seconds');
    log.measure(METRICS.oldestRunningOperation, Math.round(this.operation / 1000), 'Seconds');
  }
}
