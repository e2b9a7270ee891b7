import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().default(false), license: z.string().optional() }),
  ),
});

const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '(MIT OR Apache-2.0)',
];

it('all that is shipped is under a permissive licence', async () => {
  const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const shipped = Object.entries(packages).filter(([, { dev }]) => !dev);
  const others = shipped.filter(([, { license = 'none' }]) => !PERMISSIVE.includes(license));
  expect(shipped.length).toBeGreaterThan(10);
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
