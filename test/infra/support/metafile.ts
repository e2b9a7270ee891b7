import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { bundleFunctions } from '../../../infra/bundle/bundle.ts';
import type { FunctionName } from '../../../shared/names.ts';

const metafileSchema = z.object({
  outputs: z.record(
    z.string(),
    z.object({
      bytes: z.number(),
      inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })),
    }),
  ),
});

export interface Bundle {
  /** Of `index.mjs`. */
  bytes: number;
  /** Files that something of got into it, relative to the repository. */
  inputs: string[];
}

/** What the present bundle of a function is made of. */
export async function bundleOf(name: FunctionName): Promise<Bundle> {
  await bundleFunctions();
  const { outputs } = metafileSchema.parse(JSON.parse(await readFile(`dist/meta/${name}.json`, 'utf8')));
  const output = outputs[`dist/functions/${name}/index.mjs`];
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { bytes: output?.bytes ?? Number.NaN, inputs: inputs.map(([path]) => path) };
}
