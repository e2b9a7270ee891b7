import type { ProfileReference } from '../../../shared/domain/profile.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';

/** GitLab's names of the types that have global ids here. */
type Model = 'Namespace' | 'Group' | 'Project' | 'Security::ScanProfile' | 'PersonalAccessToken';

const GLOBAL_ID = /^gid:\/\/gitlab\/([A-Za-z:]+)\/([A-Za-z0-9_]+)$/;

export function globalId(model: Model, id: number | string): string {
  return `gid://gitlab/${model}/${id}`;
}

/** The last part of a global id of this type; undefined for anything else. */
function localId(model: Model, value: unknown): string | undefined {
  const match = typeof value === 'string' ? GLOBAL_ID.exec(value) : null;
  return match?.[1] === model ? match[2] : undefined;
}

/** A positive integer as GitLab numbers things; undefined for anything else. */
function numeric(text: string | undefined): number | undefined {
  const isNumber = text !== undefined && /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
  return isNumber ? Number(text) : undefined;
}

export function parseNodeId(model: 'Group' | 'Project', value: unknown): number | undefined {
  return numeric(localId(model, value));
}

/** A namespace that can have profiles is a group, under either name. */
export function parseNamespaceId(value: unknown): number | undefined {
  return parseNodeId('Group', value) ?? numeric(localId('Namespace', value));
}

/** The profile or template that a global id names; undefined if it is none, or names a template that there is not. */
export function parseProfileId(value: unknown): ProfileReference | undefined {
  const text = localId('Security::ScanProfile', value);
  const id = numeric(text);
  if (id !== undefined) return { id };
  const template = text === undefined ? undefined : findTemplate(text);
  return template && { template: template.key };
}

export function profileId(reference: ProfileReference): string {
  return globalId('Security::ScanProfile', 'id' in reference ? reference.id : reference.template);
}

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The id of a personal access token; undefined for what cannot be one. */
export function parseTokenId(value: unknown): string | undefined {
  const text = localId('PersonalAccessToken', value);
  return text !== undefined && ULID.test(text) ? text : undefined;
}
