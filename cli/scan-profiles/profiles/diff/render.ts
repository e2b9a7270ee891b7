import { plain, plural } from '../../output/plain.ts';
import { canonicalProfile, isMembers, type Json, leavesOf, type ProfileText } from '../document/document.ts';
import type { Diff, ProfileChange } from './diff.ts';
import { type FieldChange, fieldChanges } from './fields.ts';
import { changeText, valueText } from './values.ts';

/** A diff as lines of text: `+` what is made, `~` what is changed, `-` what is deleted. */
export function diffLines({ changes, unchanged, kept }: Diff): readonly string[] {
  return [
    ...changes.flatMap(changeLines),
    ...(changes.length > 0 ? [''] : []),
    `${countOf(changes, 'CREATE')} to create, ${countOf(changes, 'UPDATE')} to update, ` +
      `${countOf(changes, 'DELETE')} to delete, ${unchanged} unchanged`,
    ...(kept.length > 0 ? keptLines(kept) : []),
  ];
}

/** `SAST "Our SAST"`. */
export function titleOf({ scanType, name }: Pick<ProfileText, 'scanType' | 'name'>): string {
  return plain(`${scanType} ${JSON.stringify(name)}`);
}

/** The profile that a change is about, as it is called now. */
export function subjectOf(change: ProfileChange): ProfileText {
  return change.action === 'CREATE' ? change.profile : change.stored;
}

function changeLines(change: ProfileChange): readonly string[] {
  const before = change.action === 'CREATE' ? undefined : change.stored;
  return editLines(before, change.action === 'DELETE' ? undefined : change.profile);
}

/** What was or is to be made of one profile; at least one of the two is there. */
export function editLines(
  before: ProfileText | undefined,
  after: ProfileText | undefined,
): readonly string[] {
  if (!before) return after ? madeLines(after) : [];
  if (!after) return [`- ${titleOf(before)}`];
  const fields = fieldChanges(canonicalProfile(before), canonicalProfile(after));
  return [`~ ${titleOf(before)}`, ...fields.flatMap(fieldLines)];
}

function madeLines(profile: ProfileText): readonly string[] {
  const { description, triggers } = profile;
  return [
    `+ ${titleOf(profile)}`,
    ...(description === '' ? [] : [`    description: ${valueText(description)}`]),
    ...triggers.flatMap(({ type, configuration }) => triggerLines('+', type, configuration)),
  ];
}

function fieldLines({ path, before, after }: FieldChange): readonly string[] {
  const [first = '', trigger = '', ...member] = path.split('.');
  if (first !== 'triggers') return [`  ~ ${plain(first)}: ${changeText(before, after)}`];
  if (member.length > 0)
    return [`  ~ ${plain(trigger)} ${plain(member.join('.'))}: ${changeText(before, after)}`];
  return before === undefined ? triggerLines('+', trigger, after) : triggerLines('-', trigger, before);
}

function triggerLines(sign: string, type: string, configuration: Json | undefined): readonly string[] {
  return [
    `  ${sign} ${plain(type)}`,
    ...leavesOf(isMembers(configuration) ? configuration : {}).map(
      ([name, value]) => `      ${plain(name)}: ${valueText(value)}`,
    ),
  ];
}

function keptLines(kept: readonly ProfileText[]): readonly string[] {
  const [are, them] = kept.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return [
    `${plural(kept.length, 'profile')} of the group ${are} not in the file; --delete would delete ${them}:`,
    ...kept.map((profile) => `  ${titleOf(profile)}`),
  ];
}

function countOf(changes: readonly ProfileChange[], action: ProfileChange['action']): number {
  return changes.filter((change) => change.action === action).length;
}
