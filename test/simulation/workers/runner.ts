import type { Violation } from '../observed.ts';
import { type HistoryResult, runHistory } from '../history/history.ts';
import { reportOf } from '../history/report.ts';
import { shorten } from '../history/shorten.ts';
import { tallyOf } from '../history/tally.ts';
import { enginePlatform } from '../world/engine-platform.ts';
import { inProcessPlatform } from '../world/in-process-platform.ts';
import type { Platform } from '../world/platform.ts';
import type { Done, ThreadData } from './protocol.ts';

type Engine = Awaited<ReturnType<typeof enginePlatform>>;

/** Runs histories on the in-process table, and where it is asked for on the engine besides. */
export class Runner {
  private readonly data: ThreadData;
  private readonly platform: Platform;
  private readonly engine: Engine | undefined;

  private constructor(data: ThreadData, platform: Platform, engine: Engine | undefined) {
    this.data = data;
    this.platform = platform;
    this.engine = engine;
  }

  static async start(data: ThreadData): Promise<Runner> {
    const platform = await inProcessPlatform();
    return new Runner(data, platform, data.engine ? await enginePlatform() : undefined);
  }

  async run(seed: number): Promise<Done> {
    const { size, patience } = this.data;
    const result = await runHistory(this.platform, { seed, ...size });
    const violations = [...result.violations, ...(await this.onEngine(result))];
    const isShortened = result.violations.length > 0 && patience > 0;
    const told = isShortened ? await shorten(this.platform, result, patience) : { ...result, violations };
    return {
      kind: 'DONE',
      seed,
      digest: result.digest,
      steps: result.steps,
      ...tallyOf(result),
      violations,
      report: violations.length > 0 ? reportOf(told) : undefined,
    };
  }

  async stop(): Promise<void> {
    await this.engine?.stop();
  }

  /** The same history on the engine: what is done and where it ends has to be the same. */
  private async onEngine({ seed, digest, endState, steps }: HistoryResult): Promise<readonly Violation[]> {
    if (!this.engine) return [];
    const there = await runHistory(this.engine, { seed, ...this.data.size });
    if (there.digest === digest) return [];
    const what =
      there.endState === endState ? 'it goes another way on the engine' : 'it ends otherwise on the engine';
    return [{ promise: 'EQUAL', step: steps, what }];
  }
}
