/**
 * Stands in for `@aws-sdk/endpoint-cache` in the bundles. Clients ask it for endpoints that the service told them of.
 * DynamoDB tells of none unless it is asked to, which we do not do: there is nothing to remember.
 */
export class EndpointCache {
  getEndpoint(): undefined {
    return undefined;
  }
}
