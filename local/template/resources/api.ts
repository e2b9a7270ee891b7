import * as z from 'zod';
import { inert } from './inert.ts';

/** `AWS::ApiGatewayV2::Api`. Cross-origin rules of the gateway are not understood here: the product has none. */
export const apiSchema = z.strictObject({
  ProtocolType: z.literal('HTTP'),
  ...inert('Name', 'Description', 'Tags'),
});

/** `AWS::ApiGatewayV2::Integration` of a function. */
export const integrationSchema = z
  .strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    /** Milliseconds. */
    TimeoutInMillis: z.int().min(50).max(30_000).default(30_000),
  })
  .transform((integration) => ({
    functionArn: integration.IntegrationUri,
    timeoutMilliseconds: integration.TimeoutInMillis,
  }));

const ROUTE_KEY = /^(?<method>[A-Z]+) (?<path>\/[^\s{}]*(?:\/\{proxy\+\})?)$|^\$default$/;

/** Path of the route for whatever has no other. */
export const DEFAULT_ROUTE = '$default';

const GREEDY = '{proxy+}';

/** What the paths of a route begin with that stands for all that is below; undefined for the route of one path. */
export function prefixOf(path: string): string | undefined {
  return path.endsWith(GREEDY) ? path.slice(0, -GREEDY.length) : undefined;
}

/** `AWS::ApiGatewayV2::Route` of one path, spelled out, of all that is below one, or of whatever has no other. */
export const routeSchema = z
  .strictObject({
    ApiId: z.string(),
    RouteKey: z.string().regex(ROUTE_KEY, 'must be METHOD /PATH, METHOD /PATH/{proxy+} or $default'),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.literal('NONE').default('NONE'),
  })
  .transform((route) => {
    const { method = 'ANY', path = DEFAULT_ROUTE } = ROUTE_KEY.exec(route.RouteKey)?.groups ?? {};
    return {
      routeKey: route.RouteKey,
      method,
      path,
      integrationId: route.Target.slice('integrations/'.length),
    };
  });

/** `AWS::ApiGatewayV2::Stage`. Throttling is left out: nobody shares this machine. */
export const stageSchema = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  ...inert('DefaultRouteSettings', 'AccessLogSettings', 'Tags'),
});

export interface RoutePlan {
  /** `ANY /graphql`, or `$default`: goes into the event as it is. */
  routeKey: string;
  /** Upper case, or `ANY`. */
  method: string;
  path: string;
  functionArn: string;
  timeoutMilliseconds: number;
}
