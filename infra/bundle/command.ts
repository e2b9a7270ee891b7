/** `npm run bundle`: bundles the functions and says how large they are. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FUNCTIONS } from '../../shared/names.ts';
import { bundleFunctions } from './bundle.ts';

const directory = await bundleFunctions();
for (const name of FUNCTIONS) {
  const { size } = await stat(join(directory, name, 'index.mjs'));
  console.log(`${name.padEnd(16)}${(size / 1000).toFixed(0).padStart(6)} kB`);
}
