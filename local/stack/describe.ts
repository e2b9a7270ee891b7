import { OUTPUTS } from '../../shared/names.ts';
import { AUDIENCE } from '../issuer/issuer.ts';
import type { StackFile } from '../lifecycle/stack-file.ts';
import { REGION } from '../template/identity.ts';
import { TemplateError } from '../template/intrinsics.ts';
import type { Plan } from '../template/plan.ts';

/** What the running stack says of itself. */
export function describeStack(plan: Plan, issuer: string, endpoints: StackFile['endpoints']): StackFile {
  const output = (name: string): string => {
    const value = plan.outputs[name];
    if (value === undefined) throw new TemplateError(`The stack has no output ${name}`);
    return value;
  };
  const urls = new Map(plan.queues.map(({ arn, url }) => [arn, url]));
  return {
    pid: process.pid,
    graphqlUrl: output(OUTPUTS.apiUrl),
    issuer,
    audience: AUDIENCE,
    region: REGION,
    endpoints,
    tableName: output(OUTPUTS.tableName),
    eventBusName: output(OUTPUTS.eventBusName),
    queues: Object.fromEntries(
      plan.queues.flatMap(({ name, url, deadLetterArn = '' }) => {
        const deadLetterUrl = urls.get(deadLetterArn);
        return deadLetterUrl === undefined ? [] : [[name, { url, deadLetterUrl }]];
      }),
    ),
  };
}
