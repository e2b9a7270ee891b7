import { join } from 'node:path';
import { ROOT } from '../../../local/settings.ts';
import type { StackOptions } from '../../../local/stack/options.ts';
import { recording } from './calls/recording.ts';

/** A stack beside all others: a free port, a state directory of its own, nothing kept, an empty tree. */
export function testStackOptions(stateDir: string): StackOptions {
  return {
    port: 0,
    dataDir: null,
    stateDir,
    // Kept from run to run: it is only made anew when the sources have changed.
    outDir: join(ROOT, 'node_modules/.cache/scan-profiles-e2e/cdk.out'),
    sample: false,
    adjust: recording,
    log: () => undefined,
  };
}
