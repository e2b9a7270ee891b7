import { checkProfile, checkTexts } from '../../../../shared/domain/profile-input.ts';
import { SCAN_TYPES, triggersOf } from '../../../../shared/domain/scan-types/scan-types.ts';
import { keyOf } from './document.ts';
import { pathOf, pathText, type Problem } from './problem.ts';
import type { ShapedProfile } from './shape.ts';

/** What the deployment would refuse, as far as that can be known without asking it, of the profiles that are known. */
export function* problemsIn(profiles: readonly (ShapedProfile | undefined)[]): Generator<Problem> {
  for (const [index, profile] of profiles.entries()) {
    if (!profile) continue;
    for (const { path, reason } of problemsOf(profile))
      yield { path: ['profiles', index, ...pathOf(path)], reason };
  }
  yield* twins(profiles);
}

function problemsOf({ scanType: typed, name, description, triggers }: ShapedProfile): readonly {
  readonly path: string;
  readonly reason: string;
}[] {
  const scanType = SCAN_TYPES.find((each) => each === typed);
  if (scanType === undefined) {
    const reason = `must be one of ${USABLE.join(', ')}`;
    return [{ path: 'scanType', reason }, ...checkTexts({ name, description })];
  }
  const settings = triggers.map(({ type, configuration }) => ({
    type,
    ...(configuration ? { configuration: { values: configuration } } : {}),
  }));
  return checkProfile(scanType, { name, description, triggers: settings, stripDefaults: false }).problems;
}

/** Profiles that the deployment takes for one. */
function* twins(profiles: readonly (ShapedProfile | undefined)[]): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const [index, profile] of profiles.entries()) {
    if (!profile) continue;
    const key = keyOf(profile);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      const other = pathText(['profiles', first]);
      yield {
        path: ['profiles', index, 'name'],
        reason: `is that of ${other}, which has the same scan type`,
      };
    }
  }
}

const USABLE = SCAN_TYPES.filter((scanType) => triggersOf(scanType).length > 0);
