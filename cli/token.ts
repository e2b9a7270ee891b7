/** `npm run --silent token -- USER [--expires 1h]`: prints a bearer token of the running stack. */
import { parseArgs } from 'node:util';
import { secondsOf } from '../local/issuer/duration.ts';
import { readStackFile } from '../local/lifecycle/stack-file.ts';
import { Refusal } from '../local/refusal.ts';
import { readSettings } from '../local/settings.ts';
import { tokenOf } from './stack-token.ts';

const USAGE = 'npm run --silent token -- USER [--expires 1s|5m|1h]';
const DEFAULT_EXPIRY = '12h';

try {
  console.log(await token());
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

async function token(): Promise<string> {
  const { user, lifetime } = readArguments();
  const { stateDir } = readSettings(process.env);
  const stack = await readStackFile(stateDir);
  if (stack === undefined) throw new Refusal('No stack is running. Start one: npm start');
  return tokenOf(stack, stateDir, user, lifetime);
}

function readArguments(): { user: string; lifetime: number } {
  const { positionals, values } = parse();
  const [user, ...more] = positionals;
  if (user === undefined || user === '' || more.length > 0) throw new Refusal(`Name one user: ${USAGE}`);
  const lifetime = secondsOf(values.expires);
  if (lifetime === undefined)
    throw new Refusal(`"${values.expires}" is not a duration such as 1s, 5m or 1h: ${USAGE}`);
  return { user, lifetime };
}

function parse(): { positionals: string[]; values: { expires: string } } {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { expires: { type: 'string', default: DEFAULT_EXPIRY } },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
