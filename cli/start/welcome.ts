import { relative } from 'node:path';
import { publishedEventsFile } from '../../local/lifecycle/own-files.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import { type LocalSettings, readSettings } from '../../local/settings.ts';

/** `perl-team` in the sample: 4,179 projects. */
const SAMPLE_GROUP = 'gid://gitlab/Group/217';

type WhereItIs = Pick<LocalSettings, 'dataDir' | 'stateDir'>;

/** What a newcomer needs next. Commands name this stack, and never another one that may run beside it. */
export function welcome(stack: StackFile, settings: WhereItIs, elapsed: string): string {
  const { dataDir, stateDir } = settings;
  const state = shorten(stateDir);
  const data = dataDir === null ? 'in memory' : shorten(dataDir);
  const { dynamodb, sqs, events } = stack.endpoints;
  return `
Ready after ${elapsed}.

  GraphQL      ${stack.graphqlUrl}   (in a browser: GraphiQL, as the user "owner")
  DynamoDB     ${dynamodb}   table ${stack.tableName}
  SQS          ${sqs}
  EventBridge  ${events}   bus ${stack.eventBusName}
  Issuer       ${stack.issuer}
  Data         ${data}
  Logs         ${state}/logs/   all of the above: ${state}/stack.json
  Events out   ${shorten(publishedEventsFile(stateDir))}   an event a line: tail -F

A token: ${stateVariable(settings)}npm run --silent token -- owner
In the sample: owner, maintainer, developer, reporter (these three of perl-team), outsider.

Attach Secret Detection to the 4,179 projects of perl-team, in GraphiQL:

  mutation {
    attachSecurityScanProfile(input: {
      securityScanProfileId: "gid://gitlab/Security::ScanProfile/secret_detection"
      groupIds: ["${SAMPLE_GROUP}"]
    }) {
      errors
      operation { id status totals { projects applied unchanged skipped failed } }
    }
  }

Ctrl-C stops it. To forget its data: ${stateVariable(settings)}${dataVariable(settings)}npm run reset
`;
}

function stateVariable({ stateDir }: WhereItIs): string {
  const isUsual = stateDir === readSettings({}).stateDir;
  return isUsual ? '' : `SCAN_PROFILES_STATE_DIR=${quoted(stateDir)} `;
}

function dataVariable({ stateDir, dataDir }: WhereItIs): string {
  const isUsual = dataDir === readSettings({ SCAN_PROFILES_STATE_DIR: stateDir }).dataDir;
  return isUsual ? '' : `SCAN_PROFILES_DATA_DIR=${quoted(dataDir ?? '')} `;
}

/** For a shell, where it has to be. */
function quoted(path: string): string {
  return /^[\w/.-]*$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
