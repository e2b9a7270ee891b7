import { describe, expect, it } from 'vitest';
import { GRAPHQL_PATHS, OUTPUTS } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();

describe('the HTTP API', () => {
  it('sends every method of both paths to the GraphQL function', () => {
    const routes = stack.ofType('AWS::ApiGatewayV2::Route');
    expect(routes.map(({ properties }) => properties['RouteKey'])).toEqual(
      GRAPHQL_PATHS.map((path) => `ANY ${path}`),
    );
    const integrations = stack.ofType('AWS::ApiGatewayV2::Integration');
    expect(integrations.map(({ properties }) => target(stack, properties['IntegrationUri']).name)).toEqual([
      'graphql',
    ]);
    expect(integrations).toMatchObject([
      { properties: { IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' } },
    ]);
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

  it('lets the function answer before the gateway gives up after 30 seconds', () => {
    const graphql = stack.ofType('AWS::Lambda::Function').find(({ name }) => name === 'graphql');
    expect(graphql?.properties['Timeout']).toBeLessThan(30);
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
