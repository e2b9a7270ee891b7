import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { flushing } from '../../../shared/environment/log/flushing.ts';
import { powertoolsLog } from '../../../shared/environment/log/powertools-log.ts';
import { METRICS } from '../../../shared/names.ts';

const lineSchema = z.looseObject({ service: z.string() });

let written: string[];

beforeEach(() => {
  written = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function lines(): z.infer<typeof lineSchema>[] {
  return written.map((line) => lineSchema.parse(JSON.parse(line)));
}

/** An error as the AWS SDK makes it, with all that hangs on it. */
function sdkError(): Error {
  return Object.assign(new Error('not authorised with Bearer abcdefghij'), {
    name: 'TransactionCanceledException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400, requestId: 'AWS-1', attempts: 3, totalRetryDelay: 12 },
    $response: { headers: { 'x-amz-security-token': 'secret-of-the-session' }, body: 'secret-of-the-answer' },
    config: { credentials: { secretAccessKey: 'secret-of-the-key' } },
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: { PK: { S: 'secret-of-the-item' } } },
    ],
    cause: new AggregateError([new Error('connect ECONNREFUSED')], 'no address answered'),
  });
}

describe('a line of the log', () => {
  it('carries the keys of what it is about, and no line after it does', () => {
    const log = powertoolsLog('graphql');
    const request = log.about({ requestId: 'r-1' });
    const page = request.about({ operationId: 'o-1' });
    page.info('page done', { projects: 3 });
    request.warn('slow');
    log.error('other');
    expect(lines()).toMatchObject([
      {
        level: 'INFO',
        message: 'page done',
        service: 'graphql',
        requestId: 'r-1',
        operationId: 'o-1',
        projects: 3,
      },
      { level: 'WARN', message: 'slow', requestId: 'r-1' },
      { level: 'ERROR', message: 'other' },
    ]);
    expect(lines()[1]).not.toHaveProperty('operationId');
    expect(lines()[2]).not.toHaveProperty('requestId');
  });

  it('says of an error what helps, and nothing of the request that failed or its answer', () => {
    powertoolsLog('graphql').error('a request failed', { error: sdkError() });
    expect(lines()).toMatchObject([
      {
        error: {
          name: 'TransactionCanceledException',
          httpStatus: 400,
          awsRequestId: 'AWS-1',
          attempts: 3,
          reasons: ['None', 'ConditionalCheckFailed'],
          stack: expect.stringContaining('log.test.ts'),
          cause: { message: 'no address answered', errors: [{ message: 'connect ECONNREFUSED' }] },
        },
      },
    ]);
    expect(written.join('')).not.toMatch(/secret-of|abcdefghij/);
  });

  it('says what was thrown where that is no error', () => {
    powertoolsLog('graphql').error('a request failed', { error: 'nothing' });
    expect(lines()).toMatchObject([{ error: { message: 'nothing' } }]);
  });

  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJvd25lciJ9.c2lnbmF0dXJl';
  it.each([
    ['a personal access token', { text: `sent spat-${'a'.repeat(43)} here` }, 'a'.repeat(43)],
    ['a token of GitLab', { text: 'glpat-abcdef1234567890ABCD' }, 'abcdef1234567890ABCD'],
    ['a token of the issuer', { deep: { list: [`token=${jwt}&x`] } }, 'c2lnbmF0dXJl'],
    [
      'what follows a scheme',
      { headers: ['authorization: Basic dXNlcjpwYXNzd29yZA=='] },
      'dXNlcjpwYXNzd29yZA',
    ],
    ['a header by its name', { headers: { 'Private-Token': 'anything', Cookie: { a: 1 } } }, 'anything'],
  ])('never holds %s, wherever it hides', (_what, details, secret) => {
    powertoolsLog('graphql').info('given', details);
    expect(written.join('')).not.toContain(secret);
    expect(written.join('')).toContain('[redacted]');
  });

  it('keeps what only looks like one', () => {
    powertoolsLog('graphql').info('given', {
      message2: 'the bearer of this',
      slug: 'key-ring',
      pageId: 'G.0',
    });
    expect(lines()).toMatchObject([{ message2: 'the bearer of this', slug: 'key-ring', pageId: 'G.0' }]);
  });
});

describe('metrics', () => {
  it('are written in one line when an invocation ends, with their units, and not again', async () => {
    const log = powertoolsLog('janitor');
    const handle = flushing(log, async (first: number, second: number) => {
      log.count(METRICS.pageDone);
      log.about({ requestId: 'r' }).count(METRICS.pageDone, 2);
      log.measure(METRICS.pageDuration, 31, 'Milliseconds');
      return Promise.resolve(first + second);
    });
    expect(written).toEqual([]);
    expect(await handle(1, 2)).toBe(3);
    expect(lines()).toMatchObject([
      {
        service: 'janitor',
        PageDone: [1, 2],
        PageDuration: 31,
        _aws: {
          CloudWatchMetrics: [
            {
              Namespace: 'ScanProfiles',
              Dimensions: [['service']],
              Metrics: [
                { Name: 'PageDone', Unit: 'Count' },
                { Name: 'PageDuration', Unit: 'Milliseconds' },
              ],
            },
          ],
        },
      },
    ]);
    await flushing(log, async () => Promise.resolve())();
    expect(written).toHaveLength(1);
  });

  it('are written also where the invocation fails', async () => {
    const log = powertoolsLog('janitor');
    const handle = flushing(log, async () => {
      log.measure(METRICS.oldestOpenPage, 5, 'Seconds');
      return Promise.reject(new Error('no capacity'));
    });
    await expect(handle()).rejects.toThrow('no capacity');
    expect(lines()).toMatchObject([{ OldestOpenPage: 5 }]);
  });
});
