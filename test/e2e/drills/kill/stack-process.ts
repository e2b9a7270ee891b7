/** The process that the kill drill kills: the local stack, as `npm start` runs it, where messages come back sooner. */
import { readSettings } from '../../../../local/settings.ts';
import { startStack } from '../../../../local/stack/start-stack.ts';
import { testStackOptions } from '../../support/stack-options.ts';
import { visibilityTimeout } from '../../support/visibility.ts';

/** Seconds. The deployed queues' two minutes would make a drill of hours. */
const VISIBILITY_TIMEOUT = 15;

const { stateDir, dataDir, port } = readSettings(process.env);
const stack = await startStack({
  ...testStackOptions(stateDir),
  port,
  dataDir,
  adjust: visibilityTimeout(VISIBILITY_TIMEOUT),
  log: (line) => console.log(line),
});

// Out of turn: it would run once a minute.
process.on('SIGUSR2', () => void stack.invoke('janitor', {}));
process.on('SIGTERM', () => void stack.stop().then(() => process.exit(0)));

console.error(await stack.crashed);
process.exit(1);
