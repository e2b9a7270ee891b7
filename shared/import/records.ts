import * as z from 'zod';
import { grantedLevel, isAccessLevel } from '../domain/access.ts';
import { type NodeRef, nodeKey } from '../domain/node.ts';
import { slug } from '../domain/slug.ts';

/** A group or project as a file describes it. */
export interface NodeRecord extends NodeRef {
  readonly slug: string;
  readonly name: string;
  /** Of a project, where the file says it. */
  readonly defaultBranch?: string | undefined;
  /** Null for a top-level group. */
  readonly parentId: number | null;
}

export interface MemberRecord {
  readonly ref: NodeRef;
  readonly userId: string;
  /** Null for the levels that grant nothing here. */
  readonly accessLevel: number | null;
}

const id = z.int().positive();
const name = z.string().min(1).max(255);

/** A line of GitLab's `GET /groups`. */
export const groupLine = z
  .object({ id, path: slug, name, parent_id: id.nullable() })
  .refine((line) => line.parent_id !== line.id, { path: ['parent_id'], error: 'is the group itself' })
  .transform((line): NodeRecord => ({
    kind: 'group',
    id: line.id,
    slug: line.path,
    name: line.name,
    parentId: line.parent_id,
  }));

/** A line of GitLab's `GET /projects`. */
export const projectLine = z
  .object({ id, path: slug, name, namespace: z.object({ id }), default_branch: name.nullish() })
  .transform((line): NodeRecord => ({
    kind: 'project',
    id: line.id,
    slug: line.path,
    name: line.name,
    parentId: line.namespace.id,
    defaultBranch: line.default_branch ?? undefined,
  }));

/** A line of GitLab's `GET /groups/:id/members` or `GET /projects/:id/members`, with the id of where it was asked. */
export const memberLine = z
  .object({
    user_id: z.union([z.string().min(1).max(255), z.int()]),
    access_level: z.int().refine(isAccessLevel, 'is no access level of GitLab'),
    group_id: id.nullish(),
    project_id: id.nullish(),
  })
  .transform(({ user_id, access_level, group_id, project_id }, context): MemberRecord => {
    const userId = String(user_id);
    const accessLevel = grantedLevel(access_level);
    if (group_id && !project_id) return { ref: { kind: 'group', id: group_id }, userId, accessLevel };
    if (project_id && !group_id) return { ref: { kind: 'project', id: project_id }, userId, accessLevel };
    context.addIssue({ code: 'custom', message: 'exactly one of group_id and project_id is needed' });
    return z.NEVER;
  });

/** A text that names a membership, for use as a key of maps. */
export function memberKey({ ref, userId }: Pick<MemberRecord, 'ref' | 'userId'>): string {
  return `${nodeKey(ref)} ${userId}`;
}
