import type { ConfigurationKind } from './configuration.ts';
import * as kinds from './kinds.ts';
import type { Preset } from './presets.ts';
import * as presets from './presets.ts';

export const SCAN_TYPES = [
  'SECRET_DETECTION',
  'SAST',
  'CONTAINER_SCANNING',
  'DEPENDENCY_SCANNING',
  'DEPENDENCY_SCANNING_POST_PROCESSING',
  'TRIAGE_AND_REMEDIATION',
  'BUSINESS_LOGIC',
] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

export const TRIGGERS = [
  'GIT_PUSH_EVENT',
  'DEFAULT_BRANCH_PIPELINE',
  'MERGE_REQUEST_PIPELINE',
  'SBOM_INGESTED',
  'SAST_FALSE_POSITIVE',
  'SAST_VULNERABILITY_RESOLUTION',
  'SECRET_DETECTION_FALSE_POSITIVE',
  'VULNERABILITY_ENRICHMENT',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

interface ScanTypeRow {
  /** What it can be triggered by, each with how it can be configured: null, not at all. */
  readonly triggers: Readonly<Partial<Record<Trigger, ConfigurationKind | null>>>;
  /** Of its recommended profiles. */
  readonly presets: readonly Preset[];
}

/**
 * Scan types are data: adding one is adding a row here, its schema to `members.ts` and both to the SDL, which a test holds
 * against this table. A type without triggers is known to clients, but no profile can be made of it yet.
 */
const ROWS: Readonly<Record<ScanType, ScanTypeRow>> = {
  SAST: {
    triggers: { DEFAULT_BRANCH_PIPELINE: kinds.sast, MERGE_REQUEST_PIPELINE: kinds.sast },
    presets: [presets.sast],
  },
  SECRET_DETECTION: {
    triggers: {
      GIT_PUSH_EVENT: null,
      DEFAULT_BRANCH_PIPELINE: kinds.secretDetection,
      MERGE_REQUEST_PIPELINE: kinds.secretDetection,
    },
    presets: [presets.secretDetection],
  },
  CONTAINER_SCANNING: { triggers: {}, presets: [] },
  DEPENDENCY_SCANNING: {
    triggers: { DEFAULT_BRANCH_PIPELINE: null, MERGE_REQUEST_PIPELINE: null },
    presets: [presets.dependencyScanning],
  },
  DEPENDENCY_SCANNING_POST_PROCESSING: {
    triggers: { SBOM_INGESTED: kinds.dependencyScanningPostProcessing },
    presets: [presets.dependencyScanningPostProcessing],
  },
  TRIAGE_AND_REMEDIATION: {
    triggers: {
      SBOM_INGESTED: kinds.sbomIngested,
      SAST_FALSE_POSITIVE: kinds.sastFalsePositive,
      SAST_VULNERABILITY_RESOLUTION: kinds.sastVulnerabilityResolution,
      SECRET_DETECTION_FALSE_POSITIVE: kinds.secretDetectionFalsePositive,
      VULNERABILITY_ENRICHMENT: kinds.vulnerabilityEnrichment,
    },
    presets: [presets.conservative, presets.standard, presets.proactive],
  },
  BUSINESS_LOGIC: { triggers: {}, presets: [] },
};

/** In the order of `TRIGGERS`. */
export function triggersOf(scanType: ScanType): readonly Trigger[] {
  return TRIGGERS.filter((trigger) => trigger in ROWS[scanType].triggers);
}

/** How a scan type is configured for a trigger; undefined where it takes no configuration, or not that trigger. */
export function configurationOf(scanType: ScanType, trigger: Trigger): ConfigurationKind | undefined {
  return ROWS[scanType].triggers[trigger] ?? undefined;
}

export function presetsOf(scanType: ScanType): readonly Preset[] {
  return ROWS[scanType].presets;
}
