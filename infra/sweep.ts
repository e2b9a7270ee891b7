import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { BulkPipeline } from './bulk-pipeline.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';

interface SweepProps extends FunctionDefaults {
  table: Table;
  pipeline: BulkPipeline;
}

/** What looks for stored attachments that are out of place: where projects moved lately, and more rarely everywhere. */
export class Sweep extends Construct {
  readonly function: ProductFunction;

  constructor(scope: Construct, id: string, { table, pipeline, ...defaults }: SweepProps) {
    super(scope, id);
    this.function = new ProductFunction(this, 'Sweep', {
      ...defaults,
      name: 'sweep',
      timeoutSeconds: 900,
      memorySize: 512,
    });
    table.grantUse(this.function, 'BatchGetItem', 'GetItem', 'Query', 'Scan');
    table.grantUse(this.function, 'PutItem', 'UpdateItem', 'DeleteItem');
    pipeline.grantSend(this.function);
    this.every('Recent', Duration.minutes(15), 'RECENT');
    this.every('Everything', Duration.hours(6), 'EVERYTHING');
  }

  private every(id: string, period: Duration, scope: 'RECENT' | 'EVERYTHING'): void {
    // One that failed is not tried again at once: the next one looks at the same and more.
    const options = {
      event: RuleTargetInput.fromObject({ scope }),
      retryAttempts: 0,
      maxEventAge: Duration.minutes(5),
    };
    new Rule(this, id, {
      description: `Repairs stored attachments that are out of place: ${scope.toLowerCase()}`,
      schedule: Schedule.rate(period),
      targets: [new LambdaFunction(this.function, options)],
    });
  }
}
