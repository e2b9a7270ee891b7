import { configurationOf, SCAN_TYPES, TRIGGERS } from '../../../../shared/domain/scan-types/scan-types.ts';
import type { ProfileText } from '../document/document.ts';

/** The triggers of a profile as mutations take them: each configuration under the member for its scan type and trigger. */
export function triggerInputs({ scanType, triggers }: ProfileText): readonly object[] {
  return triggers.map(({ type, configuration }) =>
    configuration === undefined
      ? { triggerType: type }
      : { triggerType: type, configuration: nested(memberOf(scanType, type), configuration) },
  );
}

/** Files are checked against the same table, so a member is always found. */
function memberOf(scanType: string, type: string): string {
  const known = SCAN_TYPES.find((each) => each === scanType);
  const trigger = TRIGGERS.find((each) => each === type);
  const kind = known && trigger && configurationOf(known, trigger);
  if (!kind) throw new Error(`${scanType} takes no configuration for ${type}`);
  return kind.member;
}

/** `a.b` and a value are `{ a: { b: value } }`. */
function nested(member: string, value: object): object {
  return member.split('.').reduceRight((inner, name) => ({ [name]: inner }), value);
}
