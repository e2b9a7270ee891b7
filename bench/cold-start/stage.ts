import { VARIABLES } from '../../shared/names.ts';
import { startEngine } from '../../test/support/engine.ts';
import { testEnvironment } from '../../test/support/test-environment.ts';
import { AUDIENCE, claimsFor, startIssuer } from '../../test/support/test-issuer.ts';
import { world } from '../../test/support/world.ts';

/** What functions are started on. */
export interface Stage {
  /** The variables of the function. */
  readonly environment: Readonly<Record<string, string>>;
  /** A request of a user who is verified, for what stands in the table, as the gateway hands it over. */
  readonly event: string;
  stop(): Promise<void>;
}

const QUERY = `query ($path: ID!) {
  project(fullPath: $path) { id fullPath attachedSecurityScanProfiles { name scanType triggers } }
}`;

/** A table in the local engine with a project three groups deep that has a profile, and an issuer of tokens. */
export async function setStage(): Promise<Stage> {
  const [engine, issuer] = await Promise.all([startEngine(), startIssuer()]);
  const env = testEnvironment(engine.table);
  const w = world(env);
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 2);
  await w.project(1, 3);
  await w.accepted({ projectIds: [1] });
  const token = await issuer.token(claimsFor(issuer.issuer));
  return {
    environment: {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      [VARIABLES.tableName]: engine.table.name,
      [VARIABLES.attachQueueUrl]: `${engine.endpoint}/queue`,
      [VARIABLES.issuer]: issuer.issuer,
      [VARIABLES.audience]: AUDIENCE,
      [VARIABLES.logLevel]: 'INFO',
    },
    event: JSON.stringify({
      version: '2.0',
      routeKey: 'POST /graphql',
      rawPath: '/graphql',
      rawQueryString: '',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      requestContext: { http: { method: 'POST', path: '/graphql' } },
      body: JSON.stringify({ query: QUERY, variables: { path: 'group-1/group-2/group-3/project-1' } }),
      isBase64Encoded: false,
    }),
    async stop() {
      await Promise.all([engine.stop(), issuer.stop()]);
    },
  };
}
