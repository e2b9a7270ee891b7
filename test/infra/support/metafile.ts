import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { bundleFunctions } from '../../../infra/bundle/bundle.ts';
import type { FunctionName } from '../../../shared/names.ts';

const metafileSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.object({ bytes: z.number() })),
});

export interface Bundle {
  /** Of `index.mjs`. */
  bytes: number;
  /** Files that it was made from, relative to the repository. */
  inputs: string[];
}

/** What the present bundle of a function is made of. */
export async function bundleOf(name: FunctionName): Promise<Bundle> {
  await bundleFunctions();
  const { inputs, outputs } = metafileSchema.parse(
    JSON.parse(await readFile(`dist/meta/${name}.json`, 'utf8')),
  );
  const bytes = outputs[`dist/functions/${name}/index.mjs`]?.bytes ?? Number.NaN;
  return { bytes, inputs: Object.keys(inputs) };
}
