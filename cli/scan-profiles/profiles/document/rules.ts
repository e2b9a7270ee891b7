import { checkProfile } from '../../../../shared/domain/profile-input.ts';
import { checkConfiguration } from '../../../../shared/domain/scan-types/configuration.ts';
import {
  configurationOf,
  SCAN_TYPES,
  type ScanType,
  TRIGGERS,
  triggersOf,
} from '../../../../shared/domain/scan-types/scan-types.ts';
import { keyOf } from './document.ts';
import { type Path, pathOf, pathText, type Problem } from './problem.ts';
import type { ShapedProfile, ShapedTrigger } from './shape.ts';

/** What the deployment would refuse, as far as that can be known without asking it. */
export function* problemsIn(profiles: readonly ShapedProfile[]): Generator<Problem> {
  for (const [index, profile] of profiles.entries()) {
    const path = ['profiles', index];
    yield* problemsOfTexts(profile, path);
    yield* problemsOfTriggers(profile, path);
  }
  yield* twins(profiles);
}

function* problemsOfTexts({ name, description }: ShapedProfile, path: Path): Generator<Problem> {
  for (const [field, value] of Object.entries({ name, description })) {
    // The bounds of these two are the same for every scan type.
    const { errors } = checkProfile('SAST', { [field]: value, stripDefaults: false });
    for (const error of errors) yield { path: [...path, field], reason: error.replace(`${field} `, '') };
  }
}

function* problemsOfTriggers(profile: ShapedProfile, path: Path): Generator<Problem> {
  const scanType = SCAN_TYPES.find((each) => each === profile.scanType);
  if (scanType === undefined) {
    yield { path: [...path, 'scanType'], reason: `must be one of ${USABLE.join(', ')}` };
    return;
  }
  if (triggersOf(scanType).length === 0) {
    yield { path: [...path, 'scanType'], reason: `takes no profiles yet; ${USABLE.join(', ')} do` };
    return;
  }
  if (profile.triggers.length === 0)
    yield { path: [...path, 'triggers'], reason: 'must have a trigger at least' };
  for (const [index, trigger] of profile.triggers.entries()) {
    const at = [...path, 'triggers', index];
    if (profile.triggers.findIndex(({ type }) => type === trigger.type) < index) {
      yield { path: [...at, 'type'], reason: 'stands in this profile already' };
    }
    yield* problemsOfTrigger(scanType, trigger, at);
  }
}

function* problemsOfTrigger(
  scanType: ScanType,
  { type, configuration }: ShapedTrigger,
  path: Path,
): Generator<Problem> {
  const trigger = TRIGGERS.find((each) => each === type);
  const allowed = triggersOf(scanType);
  if (trigger === undefined || !allowed.includes(trigger)) {
    yield { path: [...path, 'type'], reason: `must be one that ${scanType} takes: ${allowed.join(', ')}` };
    return;
  }
  if (!configuration) return;
  const at = [...path, 'configuration'];
  const kind = configurationOf(scanType, trigger);
  if (kind === undefined) {
    yield { path: at, reason: `must be left out: ${scanType} takes none for ${trigger}` };
    return;
  }
  const checked = checkConfiguration(kind, configuration);
  if (checked.result === 'VALID') return;
  for (const problem of checked.problems)
    yield { path: [...at, ...pathOf(problem.path)], reason: problem.reason };
}

/** Profiles that the deployment takes for one. */
function* twins(profiles: readonly ShapedProfile[]): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const [index, profile] of profiles.entries()) {
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
