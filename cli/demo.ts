/** `npm run demo`: a tour of the product against the running stack, or one that it starts; ends with what was checked. */
import { Refusal } from '../local/refusal.ts';
import { Checklist } from './demo/checklist.ts';
import { findOrStartStack } from './demo/find-stack.ts';
import { stageOn } from './demo/stage.ts';
import { tour } from './demo/tour.ts';
import { ProgressBar } from './terminal/progress-bar.ts';

const bar = new ProgressBar(process.stdout);
const checklist = new Checklist((line) => bar.print(`   ${line}`));
const interruption = new AbortController();
const { signal } = interruption;

/** Milliseconds within which signals are one and the same: Ctrl-C reaches us from the terminal and again through npm. */
const SAME_PRESS = 500;
let interruptedAt: number | undefined;

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The first asks to end in order, a further one ends at once.
  process.on(name, () => {
    if (interruptedAt !== undefined && performance.now() - interruptedAt > SAME_PRESS) process.exit(1);
    interruptedAt ??= performance.now();
    interruption.abort();
  });
}

try {
  const stack = await findOrStartStack(bar, signal);
  try {
    await tour(stageOn(stack.file, stack.stateDir, { signal, bar, checklist }));
    process.exitCode = checklist.allHold ? 0 : 1;
  } finally {
    bar.end();
    await stack.leave();
  }
} catch (error) {
  bar.end();
  console.error(signal.aborted ? 'Interrupted.' : error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
if (!signal.aborted) for (const line of checklist.table()) console.log(line);
