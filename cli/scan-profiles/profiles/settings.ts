import type { Columns } from '../output/column.ts';
import type { ProfileDetails } from './details.ts';
import { valueText } from './diff/values.ts';
import { type Json, leavesOf } from './document/document.ts';

/** A setting of a profile for one trigger; of a trigger that takes none there is one without a name. */
export interface Setting {
  readonly trigger: string;
  /** `autoRemediation.cooldown`. */
  readonly setting: string | null;
  readonly value: Json;
  /** Whether the profile sets it itself; else it is the default. */
  readonly isOwn: boolean;
}

/** Everything that holds for the triggers of a profile. */
export function settingsOf({ triggerSettings, configuration }: ProfileDetails): readonly Setting[] {
  return triggerSettings.flatMap(({ triggerType: trigger, overrides }): readonly Setting[] => {
    const values = leavesOf(configuration[trigger] ?? {});
    if (values.length === 0) return [{ trigger, setting: null, value: null, isOwn: false }];
    const own = new Set(leavesOf(overrides ?? {}).map(([setting]) => setting));
    return values.map(([setting, value]) => ({ trigger, setting, value, isOwn: own.has(setting) }));
  });
}

export const SETTING_TEXT: Columns<Setting> = {
  Trigger: ({ trigger }) => trigger,
  Setting: ({ setting }) => setting,
  Value: ({ setting, value }) => (setting === null ? null : valueText(value)),
  Own: ({ setting, isOwn }) => (setting === null ? null : isOwn),
};

export const SETTING_CSV: Columns<Setting> = {
  trigger: ({ trigger }) => trigger,
  setting: ({ setting }) => setting,
  value: ({ setting, value }) => (setting === null ? null : JSON.stringify(value)),
  own: ({ setting, isOwn }) => (setting === null ? null : isOwn),
};
