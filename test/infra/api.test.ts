import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { GRAPHQL_PATHS, OUTPUTS, REST_PATH } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();

/** `integrations/ID` */
const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.object({
    'Fn::Join': z.tuple([z.literal(''), z.tuple([z.literal('integrations/'), z.unknown()])]),
  }),
});

describe('the HTTP API', () => {
  it('sends what is below /api/v4/ to the REST function, and all else to the GraphQL function', () => {
    const routes = stack.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const { RouteKey, Target } = routeSchema.parse(properties);
      const integration = target(stack, Target['Fn::Join'][1][1]);
      return [RouteKey, target(stack, integration.properties['IntegrationUri']).name];
    });
    expect(routes).toEqual([
      ...GRAPHQL_PATHS.map((path) => [`ANY ${path}`, 'graphql']),
      [`ANY ${REST_PATH}`, 'rest'],
      ['$default', 'graphql'],
    ]);
    for (const { properties } of stack.ofType('AWS::ApiGatewayV2::Integration'))
      expect(properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  });

  it('leaves the verification of tokens to the function', () => {
    expect(stack.ofType('AWS::ApiGatewayV2::Authorizer')).toEqual([]);
  });

  it('serves without a stage in the path, and refuses floods before they cost a function', () => {
    expect(stack.ofType('AWS::ApiGatewayV2::Stage')).toMatchObject([
      {
        properties: {
          StageName: '$default',
          AutoDeploy: true,
          DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
        },
      },
    ]);
  });

  it('logs every request under the id of its function, and nothing that a token could be in', () => {
    const [stage] = stack.ofType('AWS::ApiGatewayV2::Stage');
    const { AccessLogSettings } = z
      .object({ AccessLogSettings: z.object({ DestinationArn: z.unknown(), Format: z.string() }) })
      .parse(stage?.properties);
    expect(target(stack, AccessLogSettings.DestinationArn)).toMatchObject({
      type: 'AWS::Logs::LogGroup',
      properties: { RetentionInDays: 30 },
    });
    expect(JSON.parse(AccessLogSettings.Format)).toMatchObject({
      requestId: '$context.integration.requestId',
      apiRequestId: '$context.requestId',
      status: '$context.status',
    });
    expect(AccessLogSettings.Format).not.toMatch(/header|querystring|authorizer|protocol/i);
  });

  it('lets the function answer before the gateway gives up after 30 seconds', () => {
    for (const name of ['graphql', 'rest']) {
      const fn = stack.ofType('AWS::Lambda::Function').find((each) => each.name === name);
      expect(fn?.properties['Timeout']).toBeLessThan(30);
    }
  });
});

describe('the outputs', () => {
  it('are the ones that everybody knows by name', () => {
    expect(Object.keys(stack.outputs).toSorted()).toEqual(Object.values(OUTPUTS).toSorted());
  });

  it.each([
    [OUTPUTS.attachQueueUrl, 'attach-worker'],
    [OUTPUTS.attachDeadLetterQueueUrl, 'attach-worker-dead-letter'],
    [OUTPUTS.cleanupQueueUrl, 'cleanup-worker'],
    [OUTPUTS.cleanupDeadLetterQueueUrl, 'cleanup-worker-dead-letter'],
    [OUTPUTS.statusQueueUrl, 'status-worker'],
    [OUTPUTS.statusDeadLetterQueueUrl, 'status-worker-dead-letter'],
  ])('%s is that of %s', (output, name) => {
    const queue = stack.ofType('AWS::SQS::Queue').find((each) => each.name === name);
    expect(stack.outputs[output]).toEqual({ Value: { Ref: queue?.logicalId } });
  });
});
