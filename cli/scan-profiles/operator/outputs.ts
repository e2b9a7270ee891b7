import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import { OUTPUTS, QUEUES } from '../../../shared/names.ts';
import { withFile } from '../files/trouble.ts';
import { plain } from '../output/plain.ts';
import type { Resources } from './resources.ts';

const text = z.string().min(1);

/** What of a stack's outputs is needed. */
const outputsSchema = z.object({
  [OUTPUTS.tableName]: text,
  [OUTPUTS.attachQueueUrl]: z.url(),
  [OUTPUTS.attachDeadLetterQueueUrl]: z.url(),
  [OUTPUTS.cleanupQueueUrl]: z.url(),
  [OUTPUTS.cleanupDeadLetterQueueUrl]: z.url(),
  [OUTPUTS.statusQueueUrl]: z.url(),
  [OUTPUTS.statusDeadLetterQueueUrl]: z.url(),
});
type Outputs = z.infer<typeof outputsSchema>;

/** Stack → output → value. */
const fileSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The region in the host of a queue's URL, in either of its forms, in all partitions. */
const REGION = /^(?:sqs\.([a-z0-9-]+)|([a-z0-9-]+)\.queue)\.(?:amazonaws\.|api\.)/;

/** Reads what `cdk deploy --outputs-file` wrote. Refuses a file that names no stack of ours, or several. */
export async function resourcesIn(file: string): Promise<Resources> {
  const content = await withFile(file, 'READ', async () => readFile(file, 'utf8'));
  const stacks = Object.entries(stacksIn(content, file)).flatMap(([name, outputs]) => {
    const parsed = outputsSchema.safeParse(outputs);
    return parsed.success ? [{ name, outputs: parsed.data }] : [];
  });
  const [stack, ...more] = stacks;
  if (!stack) {
    throw new Refusal(
      `${plain(file)} names no stack with the outputs ${Object.keys(outputsSchema.shape).join(', ')}.\n` +
        'It wants to be what "npx cdk deploy --outputs-file FILE" wrote for this release.',
    );
  }
  if (more.length > 0) {
    const names = stacks.map(({ name }) => plain(name)).join(', ');
    throw new Refusal(`${plain(file)} names several deployments: ${names}. Leave one of them in the file.`);
  }
  return resourcesOf(`${plain(stack.name)} (${plain(file)})`, stack.outputs);
}

function stacksIn(content: string, file: string): z.infer<typeof fileSchema> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(content));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below.
  }
  throw new Refusal(
    `${plain(file)} is not what "npx cdk deploy --outputs-file FILE" writes: no JSON of stacks.`,
  );
}

function resourcesOf(deployment: string, outputs: Outputs): Resources {
  return {
    deployment,
    region: regionOf(outputs[OUTPUTS.attachQueueUrl]),
    local: undefined,
    tableName: outputs[OUTPUTS.tableName],
    queues: {
      [QUEUES.attachWorker]: {
        url: outputs[OUTPUTS.attachQueueUrl],
        deadLetterUrl: outputs[OUTPUTS.attachDeadLetterQueueUrl],
      },
      [QUEUES.cleanupWorker]: {
        url: outputs[OUTPUTS.cleanupQueueUrl],
        deadLetterUrl: outputs[OUTPUTS.cleanupDeadLetterQueueUrl],
      },
      [QUEUES.statusWorker]: {
        url: outputs[OUTPUTS.statusQueueUrl],
        deadLetterUrl: outputs[OUTPUTS.statusDeadLetterQueueUrl],
      },
    },
  };
}

/** Where a deployment is says its outputs: whatever region the shell has, these queues are in that one. */
function regionOf(queueUrl: string): string | undefined {
  const [, region, older] = REGION.exec(new URL(queueUrl).hostname) ?? [];
  return region ?? older;
}
