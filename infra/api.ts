import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import packageFile from '../package.json' with { type: 'json' };
import { GRAPHQL_PATHS, REST_PATH, VARIABLES } from '../shared/names.ts';
import type { BulkPipeline } from './bulk-pipeline.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';
import type { TokenVerification } from './token-verification.ts';

interface ApiProps extends FunctionDefaults {
  table: Table;
  pipeline: BulkPipeline;
  tokens: TokenVerification;
  /** Where the web pages of projects are, if anywhere but here. */
  gitlabUrl: string | undefined;
}

/** Requests a second, and at once: what the gateway refuses costs no function. */
const THROTTLE = { rateLimit: 200, burstLimit: 400 };

/**
 * Neither headers nor query: tokens come in both. `requestId` is the function's, which its own lines carry and answers
 * name; `apiRequestId` is what the caller finds in the header `apigw-requestid`.
 */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.integration.requestId',
    apiRequestId: '$context.requestId',
    time: '$context.requestTime',
    method: '$context.httpMethod',
    path: '$context.path',
    route: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
    responseBytes: '$context.responseLength',
    sourceIp: '$context.identity.sourceIp',
    userAgent: '$context.identity.userAgent',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API in front of the two functions that answer callers. It has no authoriser: they verify tokens themselves. */
export class Api extends Construct {
  /** Without a slash at the end. */
  readonly url: string;
  readonly stage: HttpStage;
  readonly graphql: ProductFunction;
  readonly rest: ProductFunction;
  /** A line for each request, whatever became of it. */
  readonly accessLog: LogGroup;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'HttpApi', {
      description: 'Security scan profiles',
      createDefaultStage: false,
    });
    const methods = [HttpMethod.ANY];
    this.graphql = this.graphqlFunction(props);
    this.rest = this.restFunction(props);
    const graphql = integrationOf(this.graphql);
    for (const path of GRAPHQL_PATHS) api.addRoutes({ path, methods, integration: graphql });
    api.addRoutes({ path: REST_PATH, methods, integration: integrationOf(this.rest) });
    // With a slash at its end, as `glab api graphql` sends it, a path is another one to the gateway: the function looks at it.
    new HttpRoute(this, 'AnythingElse', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: graphql,
    });
    this.accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: props.removalPolicy,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog), format: ACCESS_LOG },
    });
    this.url = api.apiEndpoint;
  }

  private graphqlFunction({
    table,
    pipeline,
    tokens,
    codeDirectory,
    removalPolicy,
  }: ApiProps): ProductFunction {
    const fn = new ProductFunction(this, 'GraphQL', {
      codeDirectory,
      removalPolicy,
      name: 'graphql',
      // The gateway gives up after 30 seconds: the function should be the one to answer.
      timeoutSeconds: 25,
      memorySize: 1024,
    });
    table.grantUse(fn, 'BatchGetItem', 'GetItem', 'Query', 'ConditionCheckItem');
    table.grantUse(fn, 'PutItem', 'UpdateItem', 'DeleteItem', 'PartiQLUpdate');
    pipeline.grantSend(fn);
    tokens.configure(fn);
    return fn;
  }

  private restFunction({
    table,
    tokens,
    gitlabUrl,
    codeDirectory,
    removalPolicy,
  }: ApiProps): ProductFunction {
    const fn = new ProductFunction(this, 'Rest', {
      codeDirectory,
      removalPolicy,
      name: 'rest',
      timeoutSeconds: 10,
      memorySize: 512,
    });
    // It writes no more than when a personal access token was used.
    table.grantUse(fn, 'BatchGetItem', 'GetItem', 'Query', 'UpdateItem');
    tokens.configure(fn);
    fn.addEnvironment(VARIABLES.release, packageFile.version);
    if (gitlabUrl !== undefined) fn.addEnvironment(VARIABLES.gitlabUrl, gitlabUrl);
    return fn;
  }
}

function integrationOf(fn: ProductFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(fn.node.id, fn, {
    payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
  });
}
