import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Patch } from '../../patch/patch.ts';

/** From the top of the repository, with a slash at the end. */
const REPOSITORY = new URL('../../../../', import.meta.url).href;
const MARK = '?graph=';

/** Modules loaded so far, and who imports them: both from the top of the repository. */
const importers = new Map<string, Set<string>>();
const texts = new Map<string, string>();
const graphs = new Map<
  string,
  { readonly patches: readonly Patch[]; readonly affected: ReadonlySet<string> }
>();
let always: readonly Patch[] = [];

/**
 * From here on modules of the repository are loaded with these patches, and `patchedModule` tells where what depends on further
 * patches can be loaded once more: in the same process, beside what is loaded already.
 */
export function patchModules(patches: readonly Patch[] = []): void {
  always = patches;
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const file = fileOf(resolved.url);
      const from = context.parentURL === undefined ? undefined : fileOf(context.parentURL);
      if (file === undefined || from === undefined) return resolved;
      note(file, from);
      const graph = graphOf(context.parentURL ?? '');
      const isAffected = graph !== undefined && graphs.get(graph)?.affected.has(file) === true;
      return isAffected ? { ...resolved, url: `${resolved.url}${MARK}${graph}` } : resolved;
    },
    load(url, context, next) {
      const file = fileOf(url);
      if (!file?.endsWith('.ts')) return next(url, context);
      const own = graphs.get(graphOf(url) ?? '')?.patches ?? [];
      return { format: 'module-typescript', source: sourceOf(file, own), shortCircuit: true };
    },
  });
}

/**
 * Where a module can be imported from as it is with these patches. Only what depends on a patched file is loaded again, so the
 * module must have been imported without them before: then it is known what depends on what.
 *
 * @param file from the top of the repository
 */
export function patchedModule(file: string, graph: string, patches: readonly Patch[]): string {
  graphs.set(graph, { patches, affected: affectedBy(patches) });
  return `${REPOSITORY}${file}${MARK}${graph}`;
}

/** What imports a patched file, directly or not, and the file itself. */
function affectedBy(patches: readonly Patch[]): ReadonlySet<string> {
  const affected = new Set(patches.map(({ file }) => file));
  // What is added while it is gone through is gone through as well.
  for (const file of affected) for (const from of importers.get(file) ?? []) affected.add(from);
  return affected;
}

function note(file: string, from: string): void {
  const known = importers.get(file);
  if (known) known.add(from);
  else importers.set(file, new Set([from]));
}

function sourceOf(file: string, own: readonly Patch[]): string {
  const patches = [...always, ...own].filter((patch) => patch.file === file);
  return patches.reduce(patched, textOf(file));
}

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(fileURLToPath(`${REPOSITORY}${file}`), 'utf8');
  texts.set(file, text);
  return text;
}

/** Throws unless the text that is replaced stands there exactly once. */
function patched(text: string, { file, find, replace }: Patch): string {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`${file} has ${count} times, and not once: ${find}`);
  return text.replace(find, () => replace);
}

/** Undefined for what is not of the repository. */
function fileOf(url: string): string | undefined {
  if (!url.startsWith(REPOSITORY) || url.includes('/node_modules/')) return undefined;
  return url.slice(REPOSITORY.length).split('?')[0];
}

function graphOf(url: string): string | undefined {
  return url.split(MARK)[1];
}
