import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { TemplateError } from './intrinsics.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.json().optional() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.json()).default({}) }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.json() })).default({}),
});

export type Template = z.infer<typeof templateSchema>;

export interface Assembly {
  /** Of CloudFormation. */
  stackName: string;
  template: Template;
  /** Key of an uploaded asset → the folder that it is made from. */
  assets: ReadonlyMap<string, string>;
}

/** Reads what `infra/app.ts` wrote: the template of its one stack, and where the bundled functions are. */
export async function readAssembly(directory: string): Promise<Assembly> {
  const { artifacts } = manifestSchema.parse(await readJson(join(directory, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stackName, stack] = stacks[0] ?? [];
  const templateFile = stack?.properties?.templateFile;
  if (stackName === undefined || templateFile === undefined || stacks.length > 1) {
    throw new TemplateError(
      `The local stack runs one CloudFormation stack, but ${directory} has ${stacks.length}`,
    );
  }
  const template = templateSchema.parse(await readJson(join(directory, templateFile)));
  const manifests = Object.values(artifacts).flatMap(({ type, properties }) =>
    type === 'cdk:asset-manifest' && properties?.file !== undefined ? [properties.file] : [],
  );
  const assets = await Promise.all(manifests.map((file) => readAssets(directory, file)));
  return { stackName, template, assets: new Map(assets.flat()) };
}

async function readAssets(directory: string, file: string): Promise<[string, string][]> {
  const { files } = assetsSchema.parse(await readJson(join(directory, file)));
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(directory, source.path),
    ]),
  );
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
