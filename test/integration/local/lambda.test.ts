import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { INSTANCES, LocalFunction } from '../../../local/lambda/function.ts';
import type { FunctionPlan } from '../../../local/template/resources/function.ts';

const ENDPOINTS = { dynamodb: 'http://dynamodb', sqs: 'http://sqs', events: 'http://events' };

const started: LocalFunction[] = [];
let logged = '';

function start(change: Partial<FunctionPlan> = {}): LocalFunction {
  const plan: FunctionPlan = {
    name: 'tested',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:tested',
    directory: fileURLToPath(new URL('functions', import.meta.url)),
    handler: 'index.handler',
    timeoutSeconds: 5,
    memorySize: 256,
    variables: { COLOUR: 'blue' },
    ...change,
  };
  logged = '';
  const fn = new LocalFunction(plan, ENDPOINTS, (text) => (logged += text));
  started.push(fn);
  return fn;
}

async function run(fn: LocalFunction, does: string, more: object = {}): ReturnType<LocalFunction['invoke']> {
  return fn.invoke(JSON.stringify({ does, ...more }));
}

async function answer(fn: LocalFunction, does: string, more: object = {}): Promise<unknown> {
  const result = await run(fn, does, more);
  expect(result).toMatchObject({ kind: 'result' });
  return result.kind === 'result' ? JSON.parse(result.payload) : undefined;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((fn) => fn.stop(0)));
});

describe('a bundled function', () => {
  it('gets its event and answers, in JSON', async () => {
    const fn = start();
    expect(await answer(fn, 'echo', { value: { when: new Date(0), drop: undefined } })).toEqual({
      when: '1970-01-01T00:00:00.000Z',
    });
    expect(await answer(fn, 'nothing')).toBeNull();
  });

  it('sees the variables of the template and of Lambda, and nothing of this process', async () => {
    process.env['SECRET_OF_THE_PARENT'] = 'do not tell';
    const environment = await answer(start(), 'environment');
    expect(environment).toMatchObject({
      COLOUR: 'blue',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'tested',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://dynamodb',
      AWS_ENDPOINT_URL_SQS: 'http://sqs',
      AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://events',
    });
    expect(environment).not.toHaveProperty('SECRET_OF_THE_PARENT');
    expect(environment).not.toHaveProperty('PATH');
  });

  it('knows its request, its name and the time that is left', async () => {
    const fn = start();
    const [one, two] = [await answer(fn, 'context'), await answer(fn, 'context')];
    expect(one).toMatchObject({
      functionName: 'tested',
      invokedFunctionArn: fn.plan.arn,
      memoryLimitInMB: '256',
      remaining: expect.closeTo(5_000, -3),
    });
    expect(one).not.toMatchObject({ awsRequestId: Reflect.get(Object(two), 'awsRequestId') });
  });

  it('keeps its instance from run to run', async () => {
    const fn = start();
    expect([await answer(fn, 'count'), await answer(fn, 'count')]).toEqual([1, 2]);
  });

  it(`runs up to ${INSTANCES} times at once, and the rest in turn`, async () => {
    const fn = start();
    const spans = await Promise.all(
      Array.from({ length: INSTANCES * 2 }, () => answer(fn, 'wait', { milliseconds: 300 })),
    );
    const isAt = (time: number) => (span: unknown) =>
      Reflect.get(Object(span), 'from') <= time && time < Reflect.get(Object(span), 'to');
    const most = Math.max(
      ...spans.map((span) => spans.filter(isAt(Number(Reflect.get(Object(span), 'from')))).length),
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(INSTANCES);
  });

  it('writes to its log', async () => {
    await answer(start(), 'log', { value: 'a line' });
    await expect.poll(() => logged).toMatch(/a line\n/);
    expect(logged).toMatch(/REPORT RequestId: \S+ Duration/);
  });
});

describe('a run that goes wrong', () => {
  it.each([
    ['throws', 'throw', { type: 'TypeError', message: 'as told' }],
    ['ends the process', 'exit', { type: 'Runtime.ExitError' }],
    [
      'leaves a rejection to nobody',
      'reject',
      { type: 'Runtime.Unknown', message: 'Error: nobody catches this' },
    ],
  ])('says so if it %s, and the next run goes well', async (_what, does, error) => {
    const fn = start();
    expect(await run(fn, does)).toMatchObject({ kind: 'error', ...error });
    expect(await answer(fn, 'echo', { value: 1 })).toBe(1);
  });

  it.each(['hang', 'spin'])('is ended at its timeout: %s', async (does) => {
    const fn = start({ timeoutSeconds: 1 });
    expect(await run(fn, does)).toMatchObject({
      kind: 'error',
      type: 'Sandbox.Timedout',
      message: expect.stringMatching(/^\S+ Task timed out after 1\.00 seconds$/),
    });
    expect(await answer(fn, 'count')).toBe(1);
  });

  it('does not spoil the next one if it goes wrong after its answer', async () => {
    const fn = start();
    expect(await answer(fn, 'later')).toBe('answered');
    await expect.poll(() => logged).toMatch('after the answer');
    expect(await answer(fn, 'count')).toBe(1);
  });

  it('does not touch other runs', async () => {
    const fn = start();
    const slow = answer(fn, 'wait', { milliseconds: 500 });
    expect(await run(fn, 'exit')).toMatchObject({ kind: 'error' });
    expect(await slow).toMatchObject({ to: expect.any(Number) });
  });

  it.each([
    [{ directory: '/nowhere' }, 'Runtime.ImportModuleError'],
    [{ handler: 'index.nobody' }, 'Runtime.HandlerNotFound'],
  ])('says so if the function cannot be loaded: %o', async (change, type) => {
    expect(await run(start(change), 'echo')).toMatchObject({ kind: 'error', type });
  });

  it('is refused if event or answer are too large', async () => {
    const fn = start();
    expect(await run(fn, 'echo', { value: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({
      type: 'RequestEntityTooLargeException',
    });
    expect(await run(fn, 'big', { bytes: 6 * 1024 * 1024 })).toMatchObject({
      type: 'Function.ResponseSizeTooLarge',
    });
  });
});

describe('a function that is stopped', () => {
  it('ends its runs, those that wait included', async () => {
    const fn = start();
    await answer(fn, 'count');
    const runs = Array.from({ length: INSTANCES + 2 }, () => run(fn, 'hang'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await fn.stop(100);
    const types = (await Promise.all(runs)).map((result) =>
      result.kind === 'error' ? result.type : 'result',
    );
    expect(new Set(types)).toEqual(new Set(['Sandbox.Ended', 'ServiceException']));
  });

  it('lets a run end that needs no longer than its grace', async () => {
    const fn = start();
    await answer(fn, 'count');
    const run = answer(fn, 'wait', { milliseconds: 300 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await fn.stop(5_000);
    expect(await run).toMatchObject({ to: expect.any(Number) });
  });
});
