import * as z from 'zod';
import type { Assembly, Template } from './assembly.ts';
import { ACCOUNT, type Endpoints, identify, type Identity, REGION } from './identity.ts';
import { type Json, type References, resolveIntrinsics, TemplateError, text } from './intrinsics.ts';
import { apiSchema, integrationSchema, type RoutePlan, routeSchema, stageSchema } from './resources/api.ts';
import { busSchema, type BusPlan, type RulePlan, ruleSchema } from './resources/events.ts';
import { type FunctionPlan, functionSchema } from './resources/function.ts';
import { type MappingPlan, mappingSchema } from './resources/mapping.ts';
import { type QueuePlan, queueSchema } from './resources/queue.ts';
import { type TablePlan, tableSchema } from './resources/table.ts';

/** What the template asks for, with every reference resolved. */
export interface Plan {
  tables: TablePlan[];
  queues: QueuePlan[];
  functions: FunctionPlan[];
  mappings: MappingPlan[];
  buses: BusPlan[];
  rules: RulePlan[];
  routes: RoutePlan[];
  outputs: Record<string, string>;
}

/** Values of the template's parameters, as they would be given on deploy. */
export type Parameters = Readonly<Record<string, string>>;

/** Throws `TemplateError` with the name of the resource where the template is wrong, or means more than the local stack does. */
export function planOf(assembly: Assembly, parameters: Parameters, endpoints: Endpoints): Plan {
  const { stackName, template, assets } = assembly;
  const identities = new Map(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      identify(id, resource, stackName, endpoints),
    ]),
  );
  const references = referencesTo(template, identities, parameters, stackName);
  const read = resourceReader(template, identities, references);

  read('AWS::ApiGatewayV2::Api', apiSchema);
  read('AWS::ApiGatewayV2::Stage', stageSchema);
  const integrations = new Map(
    read('AWS::ApiGatewayV2::Integration', integrationSchema).map(({ id, value }) => [id, value]),
  );
  return {
    tables: read('AWS::DynamoDB::GlobalTable', tableSchema).map(({ value, ref }) => ({
      ...value,
      name: ref,
    })),
    queues: read('AWS::SQS::Queue', queueSchema).map(({ value, ref, attributes }) => ({
      ...value,
      url: ref,
      name: attributes['QueueName'] ?? '',
      arn: attributes['Arn'] ?? '',
    })),
    functions: read('AWS::Lambda::Function', functionSchema).map(({ id, value, ref, attributes }) => {
      const { assetKey, ...fn } = value;
      const directory = assets.get(assetKey);
      if (directory === undefined)
        throw new TemplateError(`${id}: the asset ${assetKey} is not in the assembly`);
      return { ...fn, directory, name: ref, arn: attributes['Arn'] ?? '' };
    }),
    mappings: read('AWS::Lambda::EventSourceMapping', mappingSchema).map(({ value }) => value),
    buses: read('AWS::Events::EventBus', busSchema).map(({ ref, attributes }) => ({
      name: ref,
      arn: attributes['Arn'] ?? '',
    })),
    rules: read('AWS::Events::Rule', ruleSchema).map(({ value, ref, attributes }) => ({
      ...value,
      name: ref,
      arn: attributes['Arn'] ?? '',
    })),
    routes: read('AWS::ApiGatewayV2::Route', routeSchema).map(({ id, value }) => {
      const { integrationId, ...route } = value;
      const integration = integrations.get(integrationId);
      if (integration === undefined) throw new TemplateError(`${id}: no integration ${integrationId}`);
      return { ...route, ...integration };
    }),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([name, { Value }]) => [
        name,
        text(resolveIntrinsics(Value, references), name),
      ]),
    ),
  };
}

type Reader = <Schema extends z.ZodType>(
  type: string,
  schema: Schema,
) => ({ id: string; value: z.infer<Schema> } & Identity)[];

/** Reads all resources of one type. */
function resourceReader(
  template: Template,
  identities: Map<string, Identity>,
  references: References,
): Reader {
  return (type, schema) =>
    Object.entries(template.Resources).flatMap(([id, resource]) => {
      const identity = identities.get(id);
      if (resource.Type !== type || identity === undefined) return [];
      const parsed = schema.safeParse(resolveIntrinsics(resource.Properties, references));
      if (!parsed.success) throw new TemplateError(`${type} ${id}:\n${z.prettifyError(parsed.error)}`);
      return [{ id, value: parsed.data, ...identity }];
    });
}

function referencesTo(
  template: Template,
  identities: Map<string, Identity>,
  parameters: Parameters,
  stackName: string,
): References {
  const pseudo: Record<string, Json> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::Region': REGION,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  return {
    ref: (name) =>
      identities.get(name)?.ref ?? pseudo[name] ?? parameters[name] ?? template.Parameters[name]?.Default,
    attribute: (logicalId, attribute) => identities.get(logicalId)?.attributes[attribute],
  };
}
