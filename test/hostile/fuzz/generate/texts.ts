import { OPERATION_NAMES } from '../../access/world/operations.ts';
import { gidOf, pathOf, PLACE_NAMES, profileGid, PROFILE_NAMES, PROFILES } from '../../access/world/tree.ts';
import type { OperationIds } from '../../access/world/build.ts';
import type { Random } from './random.ts';

/** Pieces that mean something to somebody on the way: to the table, to a log, to a path, to GraphQL, to HTTP. */
const ODD = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u{10ffff}',
  '🦊',
  '\r\n',
  '"',
  '\\',
  '#',
  '/',
  '..',
  '%2F',
  '%',
  '${1}',
  '{{1}}',
  "' OR 1=1",
  '<script>',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e400',
  '9007199254740993',
  'PROJECT#1021',
  'GROUP#2001',
  'USER#owner',
  '#NODE',
  'attribute_exists(PK)',
  'gid://gitlab/',
  '\u202e',
  'ﷺ',
  'İ',
] as const;

export function oddText(random: Random): string {
  const pieces = random.times(1 + random.below(4), () => random.pick(ODD));
  const long = random.percent(3) ? random.pick(ODD).repeat(1 + random.below(3_000)) : '';
  return `${pieces.join(random.percent(50) ? '' : 'x')}${long}`;
}

/** Any text, good or odd, among what the texts of this API are. */
export function anyText(random: Random, ids: OperationIds): string {
  return random.pick<(random: Random, ids: OperationIds) => string>([
    oddText,
    placeId,
    path,
    profileId,
    operationId,
    (chance) => bitten(chance, placeId(chance)),
    (chance) => bitten(chance, path(chance)),
    (chance, known) =>
      Buffer.from(`${chance.pick(ODD)} P#${oddText(chance)}${operationId(chance, known)}`).toString(
        'base64url',
      ),
    () => 'x',
  ])(random, ids);
}

export function placeId(random: Random): string {
  return gidOf(random.pick(PLACE_NAMES));
}

export function path(random: Random): string {
  return pathOf(random.pick(PLACE_NAMES));
}

export function profileId(random: Random): string {
  return profileGid(PROFILES[random.pick(PROFILE_NAMES)].reference);
}

export function operationId(random: Random, ids: OperationIds): string {
  return ids[random.pick(OPERATION_NAMES)];
}

/** A text of which something is missing, doubled or another. */
export function bitten(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const rest = text.slice(at + random.below(3));
  const middle = random.pick([
    '',
    random.pick(ODD),
    text.slice(at, at + 4).repeat(2),
    String.fromCharCode(random.below(0x3ff)),
  ]);
  return `${text.slice(0, at)}${middle}${rest}`;
}
