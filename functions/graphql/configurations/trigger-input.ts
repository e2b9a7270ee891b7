import type { TriggerInput } from '../../../shared/domain/profile-input.ts';
import { configurationOf, SCAN_TYPES, triggersOf } from '../../../shared/domain/scan-types/scan-types.ts';
import type {
  SecurityScanProfileConfigurationInput,
  SecurityScanProfileTriggerInput,
} from '../generated/resolver-types.ts';

/** A trigger as the product takes it. GraphQL has seen to it that one configuration is given at most. */
export function triggerOf({ triggerType, configuration }: SecurityScanProfileTriggerInput): TriggerInput {
  return { type: triggerType, configuration: configuration ? given(configuration) : undefined };
}

/** Members that stand for a scan type, and the trigger is named by a member of theirs. */
const OUTER = new Set(
  SCAN_TYPES.flatMap((scanType) =>
    triggersOf(scanType).flatMap((trigger) => {
      const [outer, inner] = configurationOf(scanType, trigger)?.member.split('.') ?? [];
      return inner === undefined ? [] : [outer];
    }),
  ),
);

function given(
  configuration: SecurityScanProfileConfigurationInput,
): NonNullable<TriggerInput['configuration']> {
  const [member, values] = onlyEntry(configuration);
  if (!OUTER.has(member) || typeof values !== 'object' || values === null) return { member, values };
  const [inner, innerValues] = onlyEntry(values);
  return { member: `${member}.${inner}`, values: innerValues };
}

function onlyEntry(oneOf: object): readonly [string, unknown] {
  const [entry] = Object.entries(oneOf);
  if (!entry) throw new Error('a oneOf input came without a member');
  return entry;
}
