import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_FILES } from '../../local/lifecycle/own-files.ts';

/** As the functions' logs spell it. */
const ERROR = '"level":"ERROR"';

/** What functions logged as an error: a line each, with the name of the log. */
export async function errorsIn(directory: string): Promise<readonly string[]> {
  const logs = join(directory, STATE_FILES.logs);
  const names = (await readdir(logs)).filter((name) => name.endsWith('.log'));
  const errors = names.map(async (name) => {
    const lines = (await readFile(join(logs, name), 'utf8')).split('\n');
    return lines.filter((line) => line.includes(ERROR)).map((line) => `${name}: ${line}`);
  });
  return (await Promise.all(errors)).flat();
}
