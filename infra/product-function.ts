import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Duration, type RemovalPolicy, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { NAME_TAG, VARIABLES, type FunctionName } from '../shared/names.ts';

/** What all functions of the stack have in common. */
export interface FunctionDefaults {
  /** Where the bundles are, a folder a function. */
  codeDirectory: string;
  /** Of its logs. */
  removalPolicy: RemovalPolicy;
}

interface ProductFunctionProps extends FunctionDefaults {
  name: FunctionName;
  timeoutSeconds: number;
  /** Megabytes. CPU comes in proportion. */
  memorySize: number;
}

/** One of our functions, from its bundle. It may write its own log; every other right is granted to it. */
export class ProductFunction extends Function {
  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    const { name, codeDirectory, removalPolicy, timeoutSeconds, memorySize } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_MONTH, removalPolicy });
    // A role that the function would make for itself could write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: `Scan profiles: ${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(codeDirectory, name)),
      handler: 'index.handler',
      timeout: Duration.seconds(timeoutSeconds),
      memorySize,
      role,
      logGroup,
      // No `--enable-source-maps`: it costs a tenth of a start. The log reads the map when there is an error.
      environment: { [VARIABLES.logLevel]: 'INFO' },
    });
    Tags.of(this).add(NAME_TAG, name);
  }
}
