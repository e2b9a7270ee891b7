import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SETTINGS } from '../../../infra/bundle/bundle.ts';
import { LEAVE_OUT_OF_CLIENTS } from '../../../infra/bundle/leave-out.ts';
import * as clients from '../../support/clients.ts';
import {
  type Answer,
  type ScriptedService,
  scriptedService,
  type Seen,
} from '../../support/scripted-service.ts';

type Clients = typeof clients;

const KEY = { PK: { S: 'A' } };
const MD5 = createHash('md5').update('ü').digest('hex');

function answered(body: object): Answer {
  return { status: 200, body };
}

function refused(name: string, more: object = {}, status = 400): Answer {
  return { status, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'no', ...more } };
}

function refusedByQueue(name: string, code: string, status = 400): Answer {
  const headers = { 'x-amzn-query-error': `${code};Sender` };
  return { status, headers, body: { __type: `com.amazonaws.sqs#${name}`, message: 'no' } };
}

function delivered(MD5OfMessageBody: string): Answer {
  return answered({ Successful: [{ Id: '0', MessageId: 'm', MD5OfMessageBody }] });
}

interface Situation {
  readonly what: string;
  readonly act: keyof Clients;
  /** In turn; the last one for every further request. */
  readonly answers: readonly Answer[];
  readonly requests: number;
  /** With which it ends. */
  readonly error?: string;
}

const SITUATIONS: readonly Situation[] = [
  {
    what: 'an item',
    act: 'get',
    answers: [answered({ Item: { ...KEY, n: { N: '1.5' }, s: { SS: ['a', 'b'] }, b: { B: 'AQI=' } } })],
    requests: 1,
  },
  { what: 'a write', act: 'put', answers: [answered({ Attributes: KEY })], requests: 1 },
  {
    what: 'statements, one of them refused',
    act: 'run',
    answers: [answered({ Responses: [{}, { Error: { Code: 'ConditionalCheckFailed', Message: 'no' } }] })],
    requests: 1,
  },
  {
    what: 'a refused condition',
    act: 'put',
    answers: [refused('ConditionalCheckFailedException', { Item: KEY })],
    requests: 1,
    error: 'ConditionalCheckFailedException',
  },
  {
    what: 'a cancelled transaction',
    act: 'transact',
    answers: [
      refused('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'no', Item: KEY }],
      }),
    ],
    requests: 1,
    error: 'TransactionCanceledException',
  },
  ...[
    'ResourceNotFoundException',
    'AccessDeniedException',
    'InvalidSignatureException',
    // Those below are not in the bundle.
    'BackupInUseException',
    'BrandNewException',
  ].map((error) => ({ what: error, act: 'put' as const, answers: [refused(error)], requests: 1, error })),
  {
    what: 'throttling that passes',
    act: 'put',
    answers: [
      refused('ProvisionedThroughputExceededException'),
      refused('ThrottlingException'),
      answered({}),
    ],
    requests: 3,
  },
  {
    what: 'throttling that does not pass',
    act: 'put',
    answers: [refused('LimitExceededException')],
    requests: 4,
    error: 'LimitExceededException',
  },
  {
    what: 'an outage that passes',
    act: 'put',
    answers: [refused('InternalServerError', {}, 500), { status: 503, body: '<html>' }, answered({})],
    requests: 3,
  },
  { what: 'a connection that breaks', act: 'put', answers: ['hang up', answered({})], requests: 2 },
  { what: 'a message', act: 'enqueue', answers: [delivered(MD5)], requests: 1 },
  {
    what: 'a message that was changed on its way',
    act: 'enqueue',
    answers: [delivered('0'.repeat(32))],
    requests: 1,
    error: 'Error',
  },
  {
    what: 'an unknown queue',
    act: 'enqueue',
    answers: [refusedByQueue('QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue')],
    requests: 1,
    error: 'QueueDoesNotExist',
  },
  {
    what: 'a key that is out of reach',
    act: 'enqueue',
    answers: [refusedByQueue('KmsAccessDenied', 'KMS.AccessDeniedException')],
    requests: 1,
    error: 'KmsAccessDenied',
  },
  {
    what: 'a throttled queue',
    act: 'retryNow',
    answers: [refusedByQueue('RequestThrottled', 'RequestThrottled', 403), answered({})],
    requests: 2,
  },
  { what: 'an event', act: 'publish', answers: [answered({ Entries: [{ EventId: 'e' }] })], requests: 1 },
  {
    what: 'a bus that is down for a moment',
    act: 'publish',
    answers: [{ status: 500, body: { __type: 'InternalException' } }, answered({})],
    requests: 2,
  },
];

describe('the clients in a bundle', () => {
  let service: ScriptedService;
  let folder: string;
  let bundled: Clients;

  beforeAll(async () => {
    service = await scriptedService();
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_ENDPOINT_URL_SQS', service.endpoint);
    // Pauses before another attempt are as long as chance has them.
    vi.spyOn(Math, 'random').mockReturnValue(0.01);
    folder = await mkdtemp(join(tmpdir(), 'scan-profiles-clients-'));
    await build({
      ...SETTINGS,
      entryPoints: { clients: 'test/support/clients.ts' },
      outdir: folder,
      plugins: LEAVE_OUT_OF_CLIENTS,
    });
    const module: unknown = await import(pathToFileURL(join(folder, 'clients.mjs')).href);
    if (!isClients(module)) throw new Error('the bundle does not export the clients');
    bundled = module;
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What came of it, and what the service saw of it. */
  async function play(
    used: Clients,
    { act, answers }: Situation,
  ): Promise<{ came: unknown; seen: readonly Seen[] }> {
    service.script(answers);
    const came = await used[act](service.endpoint).catch((error: unknown) => described(error));
    return { came, seen: service.seen };
  }

  it.each(SITUATIONS)('do what they do without one: $what', async (situation) => {
    const inside = await play(bundled, situation);
    expect(inside).toEqual(await play(clients, situation));
    expect(inside.seen).toHaveLength(situation.requests);
    expect(nameOf(inside.came)).toBe(situation.error);
  });

  it('do what they do without one: a connection that is refused', async () => {
    await expect(bundled.put('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

function isClients(module: unknown): module is Clients {
  return (
    typeof module === 'object' && module !== null && Object.keys(clients).every((name) => name in module)
  );
}

/** An error as an object that compares. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) throw error;
  return Object.assign({}, error, { name: error.name, message: error.message });
}

function nameOf(came: unknown): unknown {
  return typeof came === 'object' && came !== null && 'name' in came ? came.name : undefined;
}
