import { readSettings } from '../../../local/settings.ts';
import type { StackOptions } from '../../../local/stack/options.ts';
import { recording } from './calls/recording.ts';

/** A stack beside all others: a free port, a state directory of its own, nothing kept, an empty tree. */
export function testStackOptions(stateDir: string): StackOptions {
  return {
    port: 0,
    dataDir: null,
    stateDir,
    // That of `npm start`, which many tests run: once for all, and only where the sources have changed.
    outDir: readSettings({}).outDir,
    sample: false,
    adjust: recording,
    log: () => undefined,
  };
}
