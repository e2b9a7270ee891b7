import * as z from 'zod/mini';
import { EVENTS } from '../names.ts';
import { grantedLevel, isAccessLevel } from './access.ts';
import { groupRef, type NodeRef, projectRef } from './node.ts';
import type { Placing } from './placing.ts';
import { slug } from './slug.ts';

/** What an event says about the tree, at a time in epoch milliseconds. */
export type TreeEvent =
  | { readonly type: 'PLACE'; readonly placing: Placing }
  | {
      readonly type: 'TRANSFER_GROUP';
      readonly ref: NodeRef;
      readonly transfer: GroupTransfer;
      readonly at: number;
    }
  | { readonly type: 'REMOVE'; readonly ref: NodeRef; readonly at: number }
  | {
      readonly type: 'MEMBER';
      readonly ref: NodeRef;
      readonly userId: string;
      /** Null: no longer a member. */
      readonly accessLevel: number | null;
      readonly at: number;
    };

/** What is known of a group's move: GitLab names roots, and not always parents. Null: a top-level group. */
export interface GroupTransfer {
  readonly newParentId: number | null | undefined;
  readonly oldParentId: number | null | undefined;
  readonly newRootId: number | undefined;
  readonly oldRootId: number | undefined;
}

const id = z.int().check(z.positive());
const fullPath = z.string().check(z.minLength(1));
const name = z.string().check(z.minLength(1), z.maxLength(255));

/** Characters of the id of an event or a user: longer ones would not even make a key of the table. */
const LONGEST_ID = 255;

/** An event as EventBridge hands it to a queue. */
export const envelope = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)),
  'detail-type': z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.looseObject({ occurred_at: z.optional(z.iso.datetime({ offset: true })) }),
});
export type Envelope = z.infer<typeof envelope>;

/** Epoch milliseconds at which it happened. */
export function timeOf({ detail, time }: Envelope): number {
  return Date.parse(detail.occurred_at ?? time);
}

const projectTransferred = z.object({
  project_id: id,
  old_namespace_id: z.optional(id),
  new_namespace_id: id,
});

const groupTransferred = z.object({
  group_id: id,
  new_root_namespace_id: z.optional(id),
  old_root_namespace_id: z.optional(id),
  old_parent_id: z.nullish(id),
  new_parent_id: z.nullish(id),
});

const branch = { default_branch: z.nullish(name) };
const projectCreated = z.object({
  project_id: id,
  namespace_id: id,
  path: slug,
  name: z.optional(name),
  ...branch,
});
const groupCreated = z.object({ group_id: id, parent_id: z.nullish(id), path: slug, name: z.optional(name) });

const renamed = {
  path: z.optional(slug),
  old_path: z.optional(fullPath),
  new_path: z.optional(fullPath),
  name: z.optional(name),
};
const projectRenamed = z.object({ project_id: id, ...renamed, ...branch });
const groupRenamed = z.object({ group_id: id, ...renamed });
const projectDeleted = z.object({ project_id: id });
const groupDeleted = z.object({ group_id: id });

const userId = z.pipe(
  z.union([z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)), z.int()]),
  z.transform(String),
);
const memberOf = { user_id: userId, group_id: z.optional(id), project_id: z.optional(id) };
const memberAdded = z.object({
  ...memberOf,
  access_level: z.int().check(z.refine(isAccessLevel, 'is no access level of GitLab')),
});
const memberRemoved = z.object(memberOf);

/** Reads an event. Throws, with every field that is wrong, what cannot be understood. */
export function parseTreeEvent(event: Envelope): TreeEvent {
  const { detail, 'detail-type': detailType } = event;
  const at = timeOf(event);
  const parse = Object.entries(PARSERS).find(([key]) => spellingsOf(key).includes(detailType))?.[1];
  if (!parse) throw new Error(`the detail-type ${JSON.stringify(detailType)} is not known`);
  return parse(detail, at);
}

function spellingsOf(key: string): readonly string[] {
  return Object.entries(EVENTS).find(([name]) => name === key)?.[1] ?? [];
}

const PARSERS: Record<keyof typeof EVENTS, (detail: unknown, at: number) => TreeEvent> = {
  projectTransferred(detail, at) {
    const { project_id, old_namespace_id, new_namespace_id } = projectTransferred.parse(detail);
    const was = { parentId: old_namespace_id };
    return { type: 'PLACE', placing: { ref: projectRef(project_id), at, parentId: new_namespace_id, was } };
  },
  groupTransferred(detail, at) {
    const { group_id, ...fields } = groupTransferred.parse(detail);
    const transfer = {
      // A group that is named as its own parent, or root, is a top-level one.
      newParentId: fields.new_parent_id === group_id ? null : fields.new_parent_id,
      oldParentId: fields.old_parent_id,
      newRootId: fields.new_root_namespace_id,
      oldRootId: fields.old_root_namespace_id,
    };
    if (transfer.newParentId === undefined && transfer.newRootId === undefined) {
      throw new Error('new_parent_id or new_root_namespace_id must be given');
    }
    return { type: 'TRANSFER_GROUP', ref: groupRef(group_id), transfer, at };
  },
  projectCreated(detail, at) {
    const { project_id, namespace_id, path, name: title, default_branch } = projectCreated.parse(detail);
    const names = { slug: path, name: title, defaultBranch: default_branch ?? undefined };
    return place({ ref: projectRef(project_id), at, parentId: namespace_id, ...names });
  },
  groupCreated(detail, at) {
    const { group_id, parent_id, path, name: title } = groupCreated.parse(detail);
    return place({ ref: groupRef(group_id), at, parentId: parent_id ?? null, slug: path, name: title });
  },
  projectRenamed(detail, at) {
    const { project_id, ...names } = projectRenamed.parse(detail);
    return place({ ref: projectRef(project_id), at, ...namesOf(names) });
  },
  groupRenamed(detail, at) {
    const { group_id, ...names } = groupRenamed.parse(detail);
    return place({ ref: groupRef(group_id), at, ...namesOf(names) });
  },
  projectDeleted(detail, at) {
    return { type: 'REMOVE', ref: projectRef(projectDeleted.parse(detail).project_id), at };
  },
  groupDeleted(detail, at) {
    return { type: 'REMOVE', ref: groupRef(groupDeleted.parse(detail).group_id), at };
  },
  memberAdded(detail, at) {
    const { user_id, access_level, ...of } = memberAdded.parse(detail);
    return {
      type: 'MEMBER',
      ref: memberRef(of),
      userId: user_id,
      accessLevel: grantedLevel(access_level),
      at,
    };
  },
  memberRemoved(detail, at) {
    const { user_id, ...of } = memberRemoved.parse(detail);
    return { type: 'MEMBER', ref: memberRef(of), userId: user_id, accessLevel: null, at };
  },
};

function place(placing: Placing): TreeEvent {
  return { type: 'PLACE', placing };
}

/** GitLab's own path events carry full paths, old and new; ours may carry the last part alone. */
function namesOf(names: {
  path?: string | undefined;
  old_path?: string | undefined;
  new_path?: string | undefined;
  name?: string | undefined;
  default_branch?: string | null | undefined;
}): Pick<Placing, 'slug' | 'name' | 'defaultBranch' | 'was'> {
  const last = (path: string | undefined): string | undefined => path?.split('/').at(-1);
  const path = names.path ?? (names.new_path === undefined ? undefined : slug.parse(last(names.new_path)));
  const defaultBranch = names.default_branch ?? undefined;
  if (path === undefined && names.name === undefined && defaultBranch === undefined)
    throw new Error('path, new_path, name or default_branch must be given');
  return { slug: path, name: names.name, defaultBranch, was: { slug: last(names.old_path) } };
}

function memberRef(of: { group_id?: number | undefined; project_id?: number | undefined }): NodeRef {
  if (of.group_id !== undefined && of.project_id === undefined) return groupRef(of.group_id);
  if (of.project_id !== undefined && of.group_id === undefined) return projectRef(of.project_id);
  throw new Error('either group_id or project_id must be given');
}
