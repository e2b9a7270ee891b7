/** `npm run bundle`: bundles the functions and says how large they are. Fails where one passes its budget. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FUNCTIONS } from '../../shared/names.ts';
import { BUDGETS } from './budgets.ts';
import { bundleFunctions } from './bundle.ts';

const directory = await bundleFunctions();
for (const name of FUNCTIONS) {
  const { size } = await stat(join(directory, name, 'index.mjs'));
  const [taken, budget] = [size, BUDGETS[name]].map((bytes) => (bytes / 1000).toFixed(0).padStart(3));
  console.log(`${name.padEnd(16)}${taken} of ${budget} kB`);
}
