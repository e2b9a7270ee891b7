import type * as z from 'zod';
import { TRIGGERS } from '../../../../shared/domain/scan-types/scan-types.ts';
import { foldName } from '../../../../shared/domain/scan-types/templates.ts';

/** What JSON can hold. */
export type Json = z.infer<ReturnType<typeof z.json>>;

/** Settings of a scanner by their names. */
export type Configuration = Readonly<Record<string, Json>>;

/** A trigger of a profile. `configuration` holds what differs from the defaults; absent where nothing does. */
export interface TriggerSetting {
  readonly type: string;
  readonly configuration?: Configuration;
}

/** A custom profile as a file describes it. Scan types and triggers are texts: a newer deployment may have more of them. */
export interface ProfileText {
  readonly scanType: string;
  readonly name: string;
  readonly description: string;
  readonly triggers: readonly TriggerSetting[];
}

/** The custom profiles of a top-level group. Without `group` it is said elsewhere for which. */
export interface ProfileDocument {
  readonly apiVersion: typeof API_VERSION;
  readonly group?: string;
  readonly profiles: readonly ProfileText[];
}

export const API_VERSION = 1;

/** The same in the one order in which it is written: two documents that mean the same are the same. */
export function canonicalDocument(group: string, profiles: readonly ProfileText[]): ProfileDocument {
  return { apiVersion: API_VERSION, group, profiles: profiles.map(canonicalProfile).toSorted(inOrder) };
}

/** The same with triggers in the order of the API, and settings by name. */
export function canonicalProfile({ scanType, name, description, triggers }: ProfileText): ProfileText {
  const ordered = triggers.toSorted(
    (one, other) => rankOf(one.type) - rankOf(other.type) || compare(one.type, other.type),
  );
  return { scanType, name, description, triggers: ordered.map(canonicalTrigger) };
}

function canonicalTrigger({ type, configuration = {} }: TriggerSetting): TriggerSetting {
  const settings = canonicalMembers(configuration);
  return Object.keys(settings).length === 0 ? { type } : { type, configuration: settings };
}

/** Settings by name; without those that set nothing. */
function canonicalMembers(members: Configuration): Configuration {
  const entries = Object.entries(members).toSorted(([one], [other]) => compare(one, other));
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, Json][] => {
      if (!isMembers(value)) return value === null ? [] : [[name, value]];
      const inner = canonicalMembers(value);
      return Object.keys(inner).length === 0 ? [] : [[name, inner]];
    }),
  );
}

/** Whether a value has members of its own. */
export function isMembers(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members that have none of their own, with the names of those that they stand in. */
export function leavesOf(members: Configuration, path = ''): readonly (readonly [string, Json])[] {
  return Object.entries(members).flatMap(([name, value]) =>
    isMembers(value) ? leavesOf(value, `${path}${name}.`) : [[`${path}${name}`, value] as const],
  );
}

/** By which profiles are told apart: the API takes names as the same that differ in case or in space around them only. */
export function keyOf({ scanType, name }: Pick<ProfileText, 'scanType' | 'name'>): string {
  return `${scanType} ${foldName(name)}`;
}

function inOrder(one: ProfileText, other: ProfileText): number {
  return (
    compare(one.scanType, other.scanType) ||
    compare(keyOf(one), keyOf(other)) ||
    compare(one.name, other.name)
  );
}

/** The same everywhere, whatever the language of the machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rankOf(type: string): number {
  const rank = TRIGGERS.findIndex((trigger) => trigger === type);
  return rank === -1 ? TRIGGERS.length : rank;
}
