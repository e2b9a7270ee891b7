import fc from 'fast-check';
import {
  canonicalDocument,
  type Configuration,
  keyOf,
  type ProfileDocument,
  type ProfileText,
} from '../../../../../cli/scan-profiles/profiles/document/document.ts';
import { isBlank, isOneLine } from '../../../../../shared/domain/text.ts';

type Kind = fc.Arbitrary<Configuration> | undefined;

const WORDS = [
  'yes',
  'null',
  '~',
  '1e3',
  '0x10',
  '2026-01-01',
  '- a',
  'a: b',
  '# no',
  '<<',
  ' a\n b\n',
  '\r\n',
];

/** Any text, also such as YAML could take for something else. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[ \n\t#:'"|>&*!%@`{}[\],?~0-9ey.-]{0,12}$/),
  fc.constantFrom(...WORDS),
);

/** One line without control characters, as the deployment wants it. */
const name = text.map((each) => each.trim()).filter((each) => isOneLine(each) && !isBlank(each));
const line = fc.stringMatching(/^[\x20-\x7e\xa1-\xff]{1,20}$/);
const lines = fc.array(line, { maxLength: 3 });

const sast: Kind = fc.record(
  {
    secureAnalyzersPrefix: line,
    imageSuffix: fc.constantFrom('DEFAULT', 'FIPS'),
    excludedAnalyzers: lines,
    excludedPaths: lines,
    advancedSastPartialScan: fc.boolean(),
  },
  { requiredKeys: [] },
);

const autoRemediation = fc.record(
  { enabled: fc.boolean(), cooldown: fc.nat(365), upgradePolicy: fc.constantFrom('PATCH', 'MAJOR') },
  { requiredKeys: [] },
);

const KINDS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  SAST: { DEFAULT_BRANCH_PIPELINE: sast, MERGE_REQUEST_PIPELINE: sast },
  SECRET_DETECTION: {
    GIT_PUSH_EVENT: undefined,
    MERGE_REQUEST_PIPELINE: fc.record({ historicScan: fc.boolean() }),
  },
  TRIAGE_AND_REMEDIATION: {
    SBOM_INGESTED: fc.record({ autoRemediation }, { requiredKeys: [] }),
    SAST_FALSE_POSITIVE: fc.record({ severityLevel: fc.constantFrom('INFO', 'HIGH') }),
  },
};

function triggersOf(kinds: Readonly<Record<string, Kind>>): fc.Arbitrary<ProfileText['triggers']> {
  const each = Object.entries(kinds).map(([type, kind]) =>
    kind
      ? fc.option(kind).map((set) => (set ? { type, configuration: set } : { type }))
      : fc.constant({ type }),
  );
  return fc.tuple(...each).chain((triggers) => fc.shuffledSubarray(triggers, { minLength: 1 }));
}

/** One in no particular order. */
const profile: fc.Arbitrary<ProfileText> = fc.oneof(
  ...Object.entries(KINDS).map(([scanType, kinds]) =>
    fc.record({ scanType: fc.constant(scanType), name, description: text, triggers: triggersOf(kinds) }),
  ),
);

/** Profiles of one group, in no particular order: no two of one name. */
export const profiles: fc.Arbitrary<readonly ProfileText[]> = fc.uniqueArray(profile, {
  maxLength: 6,
  selector: keyOf,
});

/** In canonical form. */
export const documents: fc.Arbitrary<ProfileDocument> = profiles.map((all) => canonicalDocument('top', all));
