import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { cleanupWorker } from '../../../functions/cleanup-worker/worker.ts';
import { graphqlApi } from '../../../functions/graphql/api.ts';
import { lookAfterOpenPages } from '../../../functions/janitor/look-after.ts';
import { restApi } from '../../../functions/rest/api.ts';
import { statusWorker } from '../../../functions/status-worker/worker.ts';
import { sweeper } from '../../../functions/sweep/sweeper.ts';
import type { Authenticate } from '../../../shared/authentication/authenticate.ts';
import { powertoolsLog } from '../../../shared/environment/log/powertools-log.ts';
import { METRIC_NAMESPACE } from '../../../shared/names.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { letHold } from '../../support/flat-group.ts';
import { type TestEnvironment, testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';
import { alarmsOf } from '../../infra/support/alarms.ts';
import { synthesise } from '../../infra/support/stack.ts';

/** The environment with the log that is deployed, and the tree as it is made beforehand with a quiet one. */
type Emit = (env: TestEnvironment, w: World) => Promise<unknown>;

const VISIBILITY = 120_000;
const invocation = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 };
const nobody = { ...invocation, getRemainingTimeInMillis: () => 0 };
const known: Authenticate = async () =>
  Promise.resolve({
    result: 'KNOWN',
    caller: { userId: 'owner', token: 'ISSUER', mayWrite: true },
    recorded: Promise.resolve(),
  });
const outage: Authenticate = async () => Promise.reject(new Error('no capacity'));

function http(rawPath: string, method: string, body?: string): unknown {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', host: 'api.example.com' },
    requestContext: { domainName: 'api.example.com', http: { method, path: rawPath } },
    body,
    isBase64Encoded: false,
  };
}

function message(
  detailType: string,
  detail: Record<string, unknown>,
): Parameters<ReturnType<typeof statusWorker>>[0] {
  const body = { id: 'event-1', 'detail-type': detailType, time: '2026-11-22T12:00:00Z', detail };
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  };
  const of = {
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
    md5OfBody: '',
    messageAttributes: {},
  };
  const record = {
    messageId: 'message-1',
    receiptHandle: 'handle',
    body: JSON.stringify(body),
    attributes,
    ...of,
  };
  return { Records: [record] };
}

const REST = { gitlabUrl: undefined, release: '1.2.3' };

const ATTACH = `mutation {
  attachSecurityScanProfile(input: {
    securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast", projectIds: ["gid://gitlab/Project/22"]
  }) { errors }
}`;

/** Groups 20 and 21 of root 1 go in a circle, and project 22 is below. */
async function circle(w: World): Promise<void> {
  await w.group(20, 1);
  await w.group(21, 20);
  await w.project(22, 21);
  await w.event('GroupTransferredEvent', { group_id: 20, new_parent_id: 21, old_parent_id: 1 });
}

async function stale(w: World): Promise<void> {
  await w.accepted({ groupIds: [1] });
  for (let round = 0; round < 4; round += 1) {
    w.env.clock.advance(2 * VISIBILITY + 1_000);
    await lookAfterOpenPages(w.env, VISIBILITY);
  }
  w.env.clock.advance(2 * VISIBILITY + 1_000);
}

async function foreign(w: World): Promise<void> {
  await w.group(3, null);
  const [profile = 0] = await customProfiles(w.env.table, 3, 1);
  await letHold(w.env.table, 3, [11], [profile]);
}

/** `SERVICE/METRIC` → what makes the tree, and the code path of that function that should say so. */
const EMITTERS: Readonly<
  Record<string, { readonly before?: (w: World) => Promise<void>; readonly emit: Emit }>
> = {
  'janitor/OperationStalled': { before: stale, emit: async (env) => lookAfterOpenPages(env, VISIBILITY) },
  'janitor/OldestRunningOperation': {
    before: stale,
    emit: async (env) => lookAfterOpenPages(env, VISIBILITY),
  },
  'graphql/RequestFailed': {
    emit: async (env) =>
      graphqlApi(env, outage)(http('/graphql', 'POST', '{"query":"{__typename}"}'), invocation),
  },
  'rest/RequestFailed': {
    emit: async (env) => restApi(env, outage, REST)(http('/api/v4/user', 'GET'), invocation),
  },
  'sweep/SweepRepairs': {
    before: foreign,
    emit: async (env) => sweeper(env)({ scope: 'EVERYTHING' }, invocation),
  },
  'sweep/SweepIncomplete': {
    before: foreign,
    emit: async (env) => sweeper(env)({ scope: 'EVERYTHING' }, nobody),
  },
  'graphql/BrokenChain': {
    before: circle,
    emit: async (env) =>
      graphqlApi(env, known)(http('/graphql', 'POST', JSON.stringify({ query: ATTACH })), invocation),
  },
  'rest/BrokenChain': {
    before: circle,
    emit: async (env) => restApi(env, known, REST)(http('/api/v4/projects/22', 'GET'), invocation),
  },
  'cleanup-worker/BrokenChain': {
    before: circle,
    emit: async (env) =>
      cleanupWorker({ ...env, sourceQueue: { retryNow: async () => Promise.resolve() } })(
        message('GroupTransferredEvent', {
          group_id: 20,
          new_root_namespace_id: 1,
          old_root_namespace_id: 3,
        }),
        invocation,
      ),
  },
  'status-worker/BrokenChain': {
    before: circle,
    emit: async (env) =>
      statusWorker({ ...env, sourceQueue: { retryNow: async () => Promise.resolve() } })(
        message('SecurityScanFinishedEvent', {
          project_id: 22,
          scan_type: 'sast',
          trigger: 'default_branch_pipeline',
          result: 'success',
          build_id: 'b',
        }),
        invocation,
      ),
  },
};

const emfSchema = z.object({
  service: z.string(),
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string(), Unit: z.string() })),
      }),
    ),
  }),
});

/** Runs a code path with the log that is deployed, and answers the lines in CloudWatch's format for metrics. */
async function emitted(
  service: string,
  { before, emit }: (typeof EMITTERS)[string],
): Promise<z.infer<typeof emfSchema>[]> {
  const env = testEnvironment(inProcessTable().table);
  const w = world(env);
  await w.group(1, null);
  await w.project(11, 1);
  await before?.(w);
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const log = powertoolsLog(service);
  await emit({ ...env, log: { ...env.log, ...log } }, w);
  log.flush();
  vi.restoreAllMocks();
  return lines.flatMap((line) => emfSchema.safeParse(JSON.parse(line)).data ?? []);
}

afterEach(() => {
  vi.restoreAllMocks();
});

const watched = alarmsOf(synthesise())
  .filter(({ Namespace }) => Namespace === METRIC_NAMESPACE)
  .map(({ MetricName, Dimensions }) => `${String(Dimensions[0]?.Value)}/${MetricName}`);

describe('a metric that an alarm watches', () => {
  it('is told apart here by what emits it', () => {
    expect(watched.toSorted()).toEqual(Object.keys(EMITTERS).toSorted());
  });

  it.each(Object.entries(EMITTERS))('%s is written by the code of that function', async (name, emitter) => {
    const [service = '', metric = ''] = name.split('/');
    const written = await emitted(service, emitter);
    const found = written.filter(({ _aws }) =>
      _aws.CloudWatchMetrics.some(({ Metrics }) => Metrics.some(({ Name }) => Name === metric)),
    );
    expect(found).toHaveLength(1);
    expect(found).toMatchObject([
      { service, _aws: { CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [['service']] }] } },
    ]);
  });
});
