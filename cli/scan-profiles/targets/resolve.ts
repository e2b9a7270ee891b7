import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import type { Client } from '../deployment/client.ts';
import { plain } from '../output/plain.ts';
import type { TargetName } from './names.ts';

/** What a change is to be made to, by global id. */
export interface Targets {
  readonly groupIds: readonly string[];
  readonly projectIds: readonly string[];
  /** Path of a group among or above them, where one is known. */
  readonly groupPath?: string | undefined;
}

type PathName = Extract<TargetName, { readonly by: 'PATH' }>;

interface Found {
  readonly kind: 'GROUP' | 'PROJECT';
  readonly id: string;
  readonly fullPath: string;
}

/** Paths of one request: each is asked for as a group and as a project, and a request may have 30 such fields. */
const PATHS_AT_ONCE = 15;

/** Finds the ids of what was named by path. Refuses where one is nowhere, or names two. */
export async function resolveTargets(client: Client, names: readonly TargetName[]): Promise<Targets> {
  const paths = names.filter((name) => name.by === 'PATH');
  const found: Found[] = [];
  for (let start = 0; start < paths.length; start += PATHS_AT_ONCE) {
    found.push(...(await findPaths(client, paths.slice(start, start + PATHS_AT_ONCE))));
  }
  const all = [...names.filter((name) => name.by === 'ID'), ...found];
  const idsOf = (wanted: Found['kind']): readonly string[] => [
    ...new Set(all.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
  ];
  return { groupIds: idsOf('GROUP'), projectIds: idsOf('PROJECT'), groupPath: groupAbove(found) };
}

async function findPaths(client: Client, names: readonly PathName[]): Promise<readonly Found[]> {
  const parameters = names.map((_, index) => `$p${index}: ID!`).join(', ');
  const fields = names.flatMap(({ kind }, index) => [
    ...(kind === 'PROJECT' ? [] : [`g${index}: group(fullPath: $p${index}) { id fullPath }`]),
    ...(kind === 'GROUP' ? [] : [`p${index}: project(fullPath: $p${index}) { id fullPath }`]),
  ]);
  const node = z.object({ id: z.string(), fullPath: z.string() });
  const answer = await client.read(
    z.record(z.string(), node.nullable()),
    `query (${parameters}) { ${fields.join(' ')} }`,
    Object.fromEntries(names.map(({ path }, index) => [`p${index}`, path])),
  );
  const missing: string[] = [];
  const found = names.flatMap(({ path }, index): readonly Found[] => {
    const group = answer[`g${index}`];
    const project = answer[`p${index}`];
    if (group && project) {
      throw new Refusal(`${plain(path)} is a group and a project: say --group or --project in front of it.`);
    }
    if (group) return [{ kind: 'GROUP', ...group }];
    if (project) return [{ kind: 'PROJECT', ...project }];
    missing.push(path);
    return [];
  });
  if (missing.length > 0) refuseMissing(missing);
  return found;
}

export function refuseMissing(paths: readonly string[]): never {
  const list = paths.map((path) => `  ${plain(path)}`).join('\n');
  throw new Refusal(
    `Nothing that this user may see is at\n${list}\n` +
      'Paths begin at the top-level group, such as perl-team/modules. Another user: another token, or --as USER on the\n' +
      'stack of this machine.',
  );
}

function groupAbove(found: readonly Found[]): string | undefined {
  const group = found.find(({ kind }) => kind === 'GROUP');
  return group?.fullPath ?? found[0]?.fullPath.split('/').slice(0, -1).join('/');
}
