/** Makes `functions/graphql/generated/` and `docs/api-reference.md` from the SDL modules next to this file: `npm run generate`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { render } from './render.ts';

const SCHEMA = new URL('./', import.meta.url);
const ROOT = new URL('../../../', import.meta.url);

for (const [path, text] of await render(SCHEMA)) {
  await mkdir(new URL('./', new URL(path, ROOT)), { recursive: true });
  await writeFile(new URL(path, ROOT), text);
}
