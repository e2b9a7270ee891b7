/** `npm run reset`: forgets the local stack's data, logs and key. A stack that runs has to be stopped first. */
import { endLeftovers, holderOf } from '../local/lifecycle/lock.ts';
import { DATA_FILES, forget, STATE_FILES } from '../local/lifecycle/own-files.ts';
import { readSettings } from '../local/settings.ts';

const { stateDir, dataDir } = readSettings(process.env);
const directories = [
  ...(dataDir === null ? [] : [{ directory: dataDir, names: Object.values(DATA_FILES) }]),
  { directory: stateDir, names: Object.values(STATE_FILES) },
];
const holders = await Promise.all(directories.map(({ directory }) => holderOf(directory)));
const holder = holders.find((found) => found !== undefined);
if (holder === undefined) {
  for (const { directory, names } of directories) {
    await endLeftovers(directory);
    await forget(directory, names);
    console.log(`Forgot what was in ${directory}`);
  }
} else {
  console.error(`A stack is running (process ${holder.pid}). Stop it first: kill ${holder.pid}`);
  process.exitCode = 1;
}
