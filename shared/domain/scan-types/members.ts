import * as z from 'zod/mini';
import { isOneLine } from '../text.ts';

/** Values of the enums that configurations use. */
const IMAGE_SUFFIXES = ['DEFAULT', 'FIPS'] as const;
const SEVERITY_LEVELS = ['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
const UPGRADE_POLICIES = ['PATCH', 'MINOR', 'MAJOR'] as const;
const RUN_MODES = ['MANUAL', 'AUTO'] as const;
const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH'] as const;

/** The form of the identifiers of weaknesses, such as `CWE-79`. */
export const CWE_IDENTIFIER = /^CWE-\d{1,5}$/;

/** These values become variables of pipelines. */
function line(maximum: number): z.ZodMiniString {
  return z
    .string('must be a text')
    .check(
      z.minLength(1, 'must not be empty: leave it out instead'),
      z.maxLength(maximum, `must have at most ${maximum} characters`),
      z.refine(isOneLine, 'must be one line without control characters'),
    );
}

function list<Entry extends z.ZodMiniType>(maximum: number, entry: Entry): z.ZodMiniArray<Entry> {
  return z.array(entry, 'must be a list').check(z.maxLength(maximum, `must have at most ${maximum} entries`));
}

function integer(minimum: number, maximum: number): z.ZodMiniNumber {
  const range = `must be a whole number from ${minimum} to ${maximum}`;
  return z.int(range).check(z.minimum(minimum, range), z.maximum(maximum, range));
}

function oneOf<const Values extends readonly string[]>(
  values: Values,
): z.ZodMiniEnum<{ [V in Values[number]]: V }> {
  return z.enum(values, `must be one of ${values.join(', ')}`);
}

/** An object every member of which may be left out, and that has no other. */
function configuration<Shape extends Readonly<Record<string, z.ZodMiniType>>>(
  shape: Shape,
): z.ZodMiniObject<{ [Name in keyof Shape]: z.ZodMiniOptional<Shape[Name]> }> {
  return z.partial(
    z.strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `has unknown members: ${issue.keys.join(', ')}. Known are ${Object.keys(shape).join(', ')}`
          : 'must be an object',
    }),
  );
}

const flag = z.boolean('must be true or false');
const severityLevel = oneOf(SEVERITY_LEVELS);
const runMode = oneOf(RUN_MODES);
const openMergeRequestsLimit = integer(1, 30);
const cweClasses = list(
  50,
  z.string('must be a text').check(z.regex(CWE_IDENTIFIER, 'must be a CWE identifier, such as CWE-79')),
);

/** What the two pipeline scanners have in common. */
const analyzer = {
  secureAnalyzersPrefix: line(1_024),
  imageSuffix: oneOf(IMAGE_SUFFIXES),
  excludedPaths: list(1_000, line(1_024)),
};

export const SECRET_DETECTION = configuration({
  ...analyzer,
  historicScan: flag,
  logOptions: line(1_024),
  rulesetGitReference: line(1_024),
});

export const SAST = configuration({
  ...analyzer,
  analyzerImageTag: line(128),
  excludedAnalyzers: list(50, line(255)),
  advancedSastPartialScan: flag,
  gitlabAdvSastIncrScan: flag,
});

export const DEPENDENCY_SCANNING_POST_PROCESSING = configuration({
  autoRemediation: configuration({
    enabled: flag,
    /** Days. */
    cooldown: integer(0, 365),
    severityLevel,
    upgradePolicy: oneOf(UPGRADE_POLICIES),
    openMergeRequestsLimit,
  }),
});

export const SAST_FALSE_POSITIVE = configuration({ severityLevel, cweClasses, runMode });

export const SAST_VULNERABILITY_RESOLUTION = configuration({
  severityLevel,
  cweClasses,
  runMode,
  openMergeRequestsLimit,
  falsePositiveConfidence: oneOf(CONFIDENCES),
});

export const SECRET_DETECTION_FALSE_POSITIVE = configuration({ runMode });

export const VULNERABILITY_ENRICHMENT = configuration({ severityLevel, runMode });
