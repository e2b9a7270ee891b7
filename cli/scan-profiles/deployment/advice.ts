/** What to do next about an error, by its code; undefined where the message says it all. */
export function adviceFor(code: string | undefined): string | undefined {
  return code === undefined ? undefined : ADVICE.get(code);
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    'UNAUTHENTICATED',
    "Get a new token of the deployment's issuer, or a personal access token, and put it into SCAN_PROFILES_TOKEN. For the\n" +
      'stack on this machine leave out --url and --token (and their variables): then the command signs its own.',
  ],
  [
    'FORBIDDEN',
    'Check the path or id for typing errors. Changing takes Maintainer or Security Manager of the top-level group, reading\n' +
      'Developer or Security Manager; on the stack of this machine --as USER asks as somebody else. A personal access token with\n' +
      'the scope read_api changes nothing, and none makes another token.',
  ],
  [
    'TOO_MANY_OPERATIONS',
    'Wait until one of them has ended, or cancel one: npx scan-profiles operations cancel ID',
  ],
  ['IDEMPOTENCY_CONFLICT', 'Use another --idempotency-key, or leave it out: then one is made up.'],
  ['EXPIRED', 'Results are kept for 30 days, the header longer: npx scan-profiles operations list GROUP'],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'The deployment is of another release than this command: update the one that is older.',
  ],
  ['RATE_LIMITED', 'Try again in a minute.'],
  ['SERVICE_UNAVAILABLE', 'Try again in a minute.'],
  ['OUTAGE', "Try again in a minute; if that does not help, look at the deployment's alarms."],
  [
    'NOBODY',
    'Is the address right (--url, SCAN_PROFILES_URL), and can this machine reach it? The stack on this machine: npm start',
  ],
  ['NOT_GRAPHQL', 'The address ends in /graphql, as the output ApiUrl of the stack says.'],
]);
