import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../../../../cli/scan-profiles/operator/outputs.ts';
import { OUTPUTS } from '../../../../../shared/names.ts';
import { run } from '../support/run.ts';
import { temporaryFile } from '../support/temporary-file.ts';

const SQS = 'https://sqs.eu-west-1.amazonaws.com/123456789012';

/** As `cdk deploy --outputs-file` writes them. */
function outputs(base = SQS): Record<string, string> {
  const urls = Object.values(OUTPUTS).map((name) => [name, `${base}/${name}`] as const);
  return Object.fromEntries([...urls, [OUTPUTS.tableName, 'Table-1'], ['Unknown', 'x']]);
}

describe('the outputs of a deployment', () => {
  it('name its table, its queues and its region', async () => {
    await using file = await temporaryFile(JSON.stringify({ Other: { a: 'b' }, ScanProfiles: outputs() }));
    expect(await resourcesIn(file.path)).toEqual({
      deployment: `ScanProfiles (${file.path})`,
      region: 'eu-west-1',
      local: undefined,
      tableName: 'Table-1',
      queues: {
        'attach-worker': { url: `${SQS}/AttachQueueUrl`, deadLetterUrl: `${SQS}/AttachDeadLetterQueueUrl` },
        'cleanup-worker': {
          url: `${SQS}/CleanupQueueUrl`,
          deadLetterUrl: `${SQS}/CleanupDeadLetterQueueUrl`,
        },
        'status-worker': { url: `${SQS}/StatusQueueUrl`, deadLetterUrl: `${SQS}/StatusDeadLetterQueueUrl` },
      },
    });
  });

  it.each([
    ['https://eu-central-1.queue.amazonaws.com/1', 'eu-central-1'],
    ['https://sqs.cn-north-1.amazonaws.com.cn/1', 'cn-north-1'],
    ['https://sqs.us-east-2.api.aws/1', 'us-east-2'],
    ['http://127.0.0.1:4100/1', undefined],
  ])('tell the region where the queues are at %s: %s', async (base, region) => {
    await using file = await temporaryFile(JSON.stringify({ ScanProfiles: outputs(base) }));
    expect((await resourcesIn(file.path)).region).toBe(region);
  });

  it.each([
    ['{', 'is not what "npx cdk deploy --outputs-file FILE" writes'],
    ['[]', 'is not what "npx cdk deploy --outputs-file FILE" writes'],
    ['{}', 'names no stack with the outputs TableName, AttachQueueUrl'],
    [JSON.stringify({ ScanProfiles: { ...outputs(), TableName: '' } }), 'names no stack with the outputs'],
    [JSON.stringify({ One: outputs(), Two: outputs() }), 'names several deployments: One, Two'],
  ])('are refused, with what to do: %s', async (text, problem) => {
    await using file = await temporaryFile(text);
    const environment = { SCAN_PROFILES_OUTPUTS: file.path };
    const { code, data, notes } = await run(['dead-letters', 'list'], { environment });
    expect([code, data]).toEqual([1, '']);
    expect(notes).toContain(problem);
  });

  it('are refused where there is no such file, and no stack is taken instead', async () => {
    const { code, notes } = await run(['sweep', '--outputs', '/nowhere/outputs.json']);
    expect(code).toBe(1);
    expect(notes).toContain('/nowhere/outputs.json is not there');
  });

  it('are asked for where a deployment is named by its API alone: the stack on this machine is another', async () => {
    const environment = { SCAN_PROFILES_URL: 'https://api.example.com/graphql' };
    const { code, data, notes } = await run(['sweep'], { environment });
    expect([code, data]).toEqual([1, '']);
    expect(notes).toContain('SCAN_PROFILES_URL names a deployment by its API');
  });

  it('are asked for where no stack runs', async () => {
    const environment = { SCAN_PROFILES_STATE_DIR: '/nowhere', SCAN_PROFILES_OUTPUTS: '' };
    const { code, notes } = await run(['dead-letters', 'list'], { environment });
    expect(code).toBe(1);
    expect(notes).toContain('--outputs FILE or SCAN_PROFILES_OUTPUTS');
    expect(notes).toContain('cdk deploy --outputs-file FILE');
  });
});
