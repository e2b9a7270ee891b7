import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { bundleFunctions } from '../../../infra/bundle/bundle.ts';
import type { FunctionName } from '../../../shared/names.ts';

const outputSchema = z.object({
  bytes: z.number(),
  inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })),
});

type Output = z.infer<typeof outputSchema>;

const metafileSchema = z.object({ outputs: z.record(z.string(), outputSchema) });

export interface Bundle {
  /** Of `index.mjs`. */
  bytes: number;
  /** Files that something of got into it, relative to the repository. */
  inputs: string[];
}

/** What the present bundle of a function is made of. */
export async function bundleOf(name: FunctionName): Promise<Bundle> {
  const { bytes, inputs } = await outputOf(name);
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { bytes, inputs: used.map(([path]) => path) };
}

/** Made once: whoever asks for all functions at the same time would have all of them made as often. */
let bundled: Promise<string> | undefined;

/** What esbuild says of the present bundle of a function. */
export async function outputOf(name: FunctionName): Promise<Output> {
  await (bundled ??= bundleFunctions());
  const { outputs } = metafileSchema.parse(JSON.parse(await readFile(`dist/meta/${name}.json`, 'utf8')));
  const output = outputs[`dist/functions/${name}/index.mjs`];
  if (!output) throw new Error(`there is no bundle of ${name}`);
  return output;
}
