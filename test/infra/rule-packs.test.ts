import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { ACKNOWLEDGED } from './support/acknowledged.ts';
import { newStack } from './support/stack.ts';

const stack = newStack();

/** `RULE PATH` of each finding, as far as the path is chosen by us. */
function findings(pack: NagPack): string[] {
  return pack
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => `${ruleName} ${ours(constructPath)}`),
    );
}

/** Without the name of the stack, the CloudFormation resource within the construct, and what the CDK adds to names. */
function ours(path: string): string {
  return path
    .replace(`${stack.node.path}/`, '')
    .replace(/\/Resource$/, '')
    .replace(/(SqsEventSource):.*/, '$1');
}

const acknowledged = ACKNOWLEDGED.flatMap(({ rule, paths }) => paths.map((path) => `${rule} ${path}`));

describe('cdk-nag', () => {
  it.each([
    ['AwsSolutions', new AwsSolutionsChecks()],
    ['Serverless', new ServerlessChecks()],
  ])('%s finds nothing but what is acknowledged, and all of that', (name, pack) => {
    const own = acknowledged.filter((finding) => finding.startsWith(`${name}-`));
    expect(findings(pack).toSorted()).toEqual(own.toSorted());
  });

  it('is answered with a reason each time', () => {
    for (const { reason } of ACKNOWLEDGED) expect(reason.length).toBeGreaterThan(40);
  });
});
