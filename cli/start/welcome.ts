import { relative } from 'node:path';
import { publishedEventsFile } from '../../local/lifecycle/own-files.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import type { LocalSettings } from '../../local/settings.ts';

/** `perl-team` in the sample: 4,179 projects. */
const SAMPLE_GROUP = 'gid://gitlab/Group/217';

/** What a newcomer needs next. */
export function welcome(stack: StackFile, { dataDir, stateDir }: LocalSettings, elapsed: string): string {
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

A token: npm run --silent token -- owner
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

Ctrl-C stops it. "npm run reset" forgets its data.
`;
}

function shorten(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
