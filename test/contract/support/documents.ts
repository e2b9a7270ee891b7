import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../documents/', import.meta.url);

/** Names of all documents that a client sends, such as `client-go/attach.graphql`. */
export async function allDocuments(): Promise<string[]> {
  const names = await readdir(fileURLToPath(FOLDER), { recursive: true });
  return names.filter((name) => name.endsWith('.graphql') && !name.endsWith('.fragment.graphql')).sort();
}

/** A document as it is sent: with the fragments that its first lines import, as the web pages' build has them. */
export async function documentOf(name: string): Promise<string> {
  const url = new URL(name, FOLDER);
  const text = await readFile(url, 'utf8');
  const imports = Array.from(text.matchAll(/^#import "(.+)"$/gm), ([, path = '']) => new URL(path, url));
  const fragments = await Promise.all(imports.map((path) => readFile(path, 'utf8')));
  return [text, ...fragments].join('\n');
}
