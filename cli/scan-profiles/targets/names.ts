import type { Arguments } from '../command-line/arguments.ts';
import { Misuse } from '../exit-codes.ts';

/** How a group or project was named. `ANY` by a path that can be of either. */
export type TargetName =
  | { readonly by: 'ID'; readonly kind: 'GROUP' | 'PROJECT'; readonly id: string }
  | { readonly by: 'PATH'; readonly kind: 'GROUP' | 'PROJECT' | 'ANY'; readonly path: string };

/** Groups and projects of one request together. */
const MAXIMUM_TARGETS = 100;

const GLOBAL_ID = /^gid:\/\/gitlab\/(Group|Project)\/([1-9]\d*)$/;

/** The targets of a command, each once. Throws a `Misuse` where there are none or too many. */
export function targetsIn(args: Arguments): readonly TargetName[] {
  const names = [
    ...args.words.map((text) => nameOf(text, 'ANY')),
    ...args.list('group').map((text) => nameOf(text, 'GROUP')),
    ...args.list('project').map((text) => nameOf(text, 'PROJECT')),
  ];
  const distinct = new Map(names.map((name) => [keyOf(name), name]));
  if (distinct.size === 0) throw new Misuse('Name a group or project at least');
  if (distinct.size > MAXIMUM_TARGETS) throw tooMany(distinct.size);
  return [...distinct.values()];
}

function tooMany(count: number): Misuse {
  return new Misuse(
    `These are ${count} groups and projects, and one operation takes ${MAXIMUM_TARGETS} at most. Name a group that holds ` +
      'them, or run the command several times',
  );
}

function nameOf(text: string, kind: 'GROUP' | 'PROJECT' | 'ANY'): TargetName {
  const [, type, number] = GLOBAL_ID.exec(text) ?? [];
  if (type !== undefined && number !== undefined) {
    const found = type === 'Group' ? 'GROUP' : 'PROJECT';
    if (kind !== 'ANY' && kind !== found) {
      throw new Misuse(
        `${text} is the id of a ${found.toLowerCase()}, and was given as a ${kind.toLowerCase()}`,
      );
    }
    return { by: 'ID', kind: found, id: text };
  }
  if (text.startsWith('gid:')) throw new Misuse(`${text} is not the global id of a group or project`);
  if (/^[1-9]\d*$/.test(text)) {
    if (kind === 'ANY') {
      throw new Misuse(`${text} can be a group or a project: say --group ${text} or --project ${text}`);
    }
    return { by: 'ID', kind, id: `gid://gitlab/${kind === 'GROUP' ? 'Group' : 'Project'}/${text}` };
  }
  const path = text.replace(/^\/+|\/+$/g, '');
  if (path === '') throw new Misuse('An empty path names nothing');
  return { by: 'PATH', kind, path };
}

function keyOf(name: TargetName): string {
  return name.by === 'ID' ? name.id : `${name.kind} ${name.path.toLowerCase()}`;
}
