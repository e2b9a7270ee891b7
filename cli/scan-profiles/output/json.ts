import type { Output } from '../surroundings.ts';

/** Writes one JSON document. */
export async function writeJson(output: Output, value: unknown): Promise<void> {
  await output.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Writes a JSON array while its elements come, a line each. */
export async function writeJsonArray(output: Output, elements: AsyncIterable<unknown>): Promise<void> {
  await output.write('[');
  let separator = '\n';
  for await (const element of elements) {
    await output.write(`${separator}${JSON.stringify(element)}`);
    separator = ',\n';
  }
  await output.write(separator === '\n' ? ']\n' : '\n]\n');
}
