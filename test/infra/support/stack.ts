import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import cdk from '../../../cdk.json' with { type: 'json' };
import { ScanProfiles } from '../../../infra/stack.ts';
import { readSettings } from '../../../infra/settings.ts';
import { FUNCTIONS, NAME_TAG } from '../../../shared/names.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const templateSchema = z.object({
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.unknown()),
});
const taggedSchema = z.array(z.object({ Key: z.string(), Value: z.string() }));

export interface Resource {
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  deletionPolicy: string | undefined;
  /** One of `FUNCTIONS` or `QUEUES`, where the resource has one. */
  name: string | undefined;
}

export interface SynthesisedStack {
  parameters: Record<string, unknown>;
  outputs: Record<string, unknown>;
  resources: Resource[];
  /** Resources of a type, such as `AWS::SQS::Queue`. */
  ofType(type: string): Resource[];
}

const COMPLETE = { issuer: 'https://issuer.example.com', audience: 'scan-profiles' };

/** Once for all tests of a process: what functions do is not the template's business. */
const EMPTY_FUNCTIONS = emptyFunctions();

/** The stack for a context, with empty functions. */
export function newStack(context: Record<string, unknown> = COMPLETE): ScanProfiles {
  const app = new App({ context: { ...cdk.context, ...context }, builtinCloudFormationValidation: false });
  const read = readSettings((key) => app.node.tryGetContext(key));
  if (read.kind === 'invalid') throw new Error(read.problems.join('\n'));
  return new ScanProfiles(app, 'ScanProfiles', { settings: read.settings, codeDirectory: EMPTY_FUNCTIONS });
}

/** Its template. */
export function synthesise(context: Record<string, unknown> = COMPLETE): SynthesisedStack {
  const template = Template.fromStack(newStack(context)).toJSON();
  const { Parameters, Resources, Outputs } = templateSchema.parse(template);
  const resources = Object.entries(Resources).map(([logicalId, { Type, Properties, DeletionPolicy }]) => ({
    logicalId,
    type: Type,
    properties: Properties,
    deletionPolicy: DeletionPolicy,
    name: taggedSchema.safeParse(Properties['Tags']).data?.find(({ Key }) => Key === NAME_TAG)?.Value,
  }));
  return {
    parameters: Parameters,
    outputs: Outputs,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
  };
}

function emptyFunctions(): string {
  const directory = new TemporaryFolder('functions').path;
  for (const name of FUNCTIONS) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, 'index.mjs'), `export const handler = () => '${name}';`);
  }
  return directory;
}

/** The resource that a `Ref` or `Fn::GetAtt` names. Throws for anything else, a wildcard included. */
export function target(stack: SynthesisedStack, reference: unknown): Resource {
  const parsed = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
      z
        .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
        .transform((value) => value['Fn::GetAtt'][0]),
    ])
    .parse(reference);
  const found = stack.resources.find(({ logicalId }) => logicalId === parsed);
  if (!found) throw new Error(`${parsed} is no resource of the stack`);
  return found;
}
