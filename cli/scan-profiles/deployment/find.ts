import { readStackFile } from '../../../local/lifecycle/stack-file.ts';
import { Refusal } from '../../../local/refusal.ts';
import { readSettings } from '../../../local/settings.ts';
import { GRAPHQL_PATHS } from '../../../shared/names.ts';
import type { Endpoint } from '../../graphql/exchange.ts';
import { tokenOf } from '../../stack-token.ts';
import type { Arguments } from '../command-line/arguments.ts';
import { Misuse } from '../exit-codes.ts';

/** Environment variables that name a deployment and its token. */
export const URL_VARIABLE = 'SCAN_PROFILES_URL';
const TOKEN_VARIABLE = 'SCAN_PROFILES_TOKEN';

/** Who asks the stack on this machine: owns every top-level group of the sample. */
const LOCAL_USER = 'owner';

/** Seconds. */
const LOCAL_LIFETIME = 12 * 3600;

/** Where to ask, and with which token: what was named, else the stack that runs on this machine. */
export async function findDeployment(
  args: Arguments,
  environment: NodeJS.ProcessEnv,
): Promise<Endpoint & { readonly token: string }> {
  const url = args.text('url') ?? variable(environment, URL_VARIABLE);
  const token = args.text('token') ?? variable(environment, TOKEN_VARIABLE);
  const user = args.text('as');
  if (user !== undefined && (url ?? token) !== undefined) {
    throw new Misuse('--as is for the stack on this machine; elsewhere the token says who asks');
  }
  if (url === undefined) return localStack(token, user ?? LOCAL_USER, environment);
  const address = addressOf(url);
  if (token === undefined) {
    throw new Refusal(
      `No token for ${address}. Put one of its issuer, or a personal access token, into ${TOKEN_VARIABLE}, or give --token.`,
    );
  }
  return { url: address, token: sendable(token) };
}

/** One that is set but empty counts as not set. */
function variable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}

async function localStack(
  token: string | undefined,
  user: string,
  environment: NodeJS.ProcessEnv,
): Promise<Endpoint & { readonly token: string }> {
  const { stateDir } = readSettings(environment);
  const stack = await readStackFile(stateDir);
  if (!stack) {
    throw new Refusal(
      'No stack is running on this machine, and no other deployment is named.\n' +
        `Start one (npm start), or say where and who: --url URL or ${URL_VARIABLE}, --token TOKEN or ${TOKEN_VARIABLE}.`,
    );
  }
  const known = token === undefined ? await tokenOf(stack, stateDir, user, LOCAL_LIFETIME) : sendable(token);
  return { url: stack.graphqlUrl, token: known };
}

/** The address as it was typed, or with the path of the API where there is none. */
function addressOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  // What was typed is not repeated: it may hold a password.
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Misuse('The URL wants to be an address such as https://api.example.com/graphql');
  }
  if (url.username !== '' || url.password !== '') {
    throw new Misuse('The URL holds a user or password; who asks is said by the token alone');
  }
  if (url.pathname === '/') url.pathname = GRAPHQL_PATHS[0];
  return url.href;
}

const THIS_MACHINE = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a token to this address can be read on the way. */
export function isReadableOnTheWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !THIS_MACHINE.has(hostname);
}

/** A token with other characters would be refused by `fetch`, which repeats it in its error. */
function sendable(token: string): string {
  const trimmed = token.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new Misuse('The token holds characters that no token has; is it whole, and nothing but the token?');
}
