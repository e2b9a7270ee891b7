import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { VARIABLES } from '../shared/names.ts';

/** The product's own bus: what happens to the tree comes in on it, and what operations do goes out. */
export class Bus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      description: 'What happens to groups, projects and members, and what scan profile operations do',
    });
  }

  /** Lets a function publish on this bus and no other, and tells it the bus's name. */
  grantPublish(fn: Function): void {
    this.bus.grantPutEventsTo(fn);
    fn.addEnvironment(VARIABLES.eventBusName, this.bus.eventBusName);
  }
}
