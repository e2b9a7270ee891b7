import { HttpApi, HttpMethod, HttpStage, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { GRAPHQL_PATHS } from '../shared/names.ts';
import type { BulkPipeline } from './bulk-pipeline.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';
import type { TokenVerification } from './token-verification.ts';

interface ApiProps extends FunctionDefaults {
  table: Table;
  pipeline: BulkPipeline;
  tokens: TokenVerification;
}

/** Requests a second, and at once: what the gateway refuses costs no function. */
const THROTTLE = { rateLimit: 200, burstLimit: 400 };

/** The HTTP API in front of the GraphQL function. It has no authoriser: the function verifies tokens itself. */
export class Api extends Construct {
  /** Without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { table, pipeline, tokens, ...defaults }: ApiProps) {
    super(scope, id);
    const graphql = new ProductFunction(this, 'GraphQL', {
      ...defaults,
      name: 'graphql',
      // The gateway gives up after 30 seconds: the function should be the one to answer.
      timeoutSeconds: 25,
      memorySize: 1024,
    });
    table.grantUse(graphql);
    table.grantConditionalBatches(graphql);
    pipeline.grantSend(graphql);
    tokens.configure(graphql);

    const api = new HttpApi(this, 'HttpApi', {
      description: 'Security scan profiles',
      createDefaultStage: false,
    });
    const integration = new HttpLambdaIntegration('GraphQL', graphql, {
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    });
    for (const path of GRAPHQL_PATHS) api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
    });
    this.url = api.apiEndpoint;
  }
}
