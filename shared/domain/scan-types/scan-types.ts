import type { ConfigurationKind } from './configuration.ts';
import * as kinds from './kinds.ts';

export const SCAN_TYPES = [
  'SAST',
  'SECRET_DETECTION',
  'CONTAINER_SCANNING',
  'DEPENDENCY_SCANNING',
  'DEPENDENCY_SCANNING_POST_PROCESSING',
  'TRIAGE_AND_REMEDIATION',
  'BUSINESS_LOGIC',
] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

export const TRIGGERS = [
  'DEFAULT_BRANCH_PIPELINE',
  'MERGE_REQUEST_PIPELINE',
  'GIT_PUSH_EVENT',
  'SBOM_INGESTED',
  'SAST_FALSE_POSITIVE',
  'SAST_VULNERABILITY_RESOLUTION',
  'SECRET_DETECTION_FALSE_POSITIVE',
  'VULNERABILITY_ENRICHMENT',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** What a scan type can be triggered by, each with how it can be configured: null, not at all. */
type AllowedTriggers = Readonly<Partial<Record<Trigger, ConfigurationKind | null>>>;

/**
 * Scan types are data: adding one is adding a row here, its schema to `members.ts` and both to the SDL, which a test holds
 * against this table. A type without triggers is known to clients, but no profile can be made of it yet.
 */
const ALLOWED_TRIGGERS: Readonly<Record<ScanType, AllowedTriggers>> = {
  SAST: { DEFAULT_BRANCH_PIPELINE: kinds.sast, MERGE_REQUEST_PIPELINE: kinds.sast },
  SECRET_DETECTION: {
    DEFAULT_BRANCH_PIPELINE: kinds.secretDetection,
    MERGE_REQUEST_PIPELINE: kinds.secretDetection,
    GIT_PUSH_EVENT: null,
  },
  CONTAINER_SCANNING: {},
  DEPENDENCY_SCANNING: { DEFAULT_BRANCH_PIPELINE: null, MERGE_REQUEST_PIPELINE: null },
  DEPENDENCY_SCANNING_POST_PROCESSING: { SBOM_INGESTED: kinds.dependencyScanningPostProcessing },
  TRIAGE_AND_REMEDIATION: {
    SBOM_INGESTED: kinds.sbomIngested,
    SAST_FALSE_POSITIVE: kinds.sastFalsePositive,
    SAST_VULNERABILITY_RESOLUTION: kinds.sastVulnerabilityResolution,
    SECRET_DETECTION_FALSE_POSITIVE: kinds.secretDetectionFalsePositive,
    VULNERABILITY_ENRICHMENT: kinds.vulnerabilityEnrichment,
  },
  BUSINESS_LOGIC: {},
};

/** In the order of `TRIGGERS`. */
export function triggersOf(scanType: ScanType): readonly Trigger[] {
  return TRIGGERS.filter((trigger) => trigger in ALLOWED_TRIGGERS[scanType]);
}

/** How a scan type is configured for a trigger; undefined where it takes no configuration, or not that trigger. */
export function configurationOf(scanType: ScanType, trigger: Trigger): ConfigurationKind | undefined {
  return ALLOWED_TRIGGERS[scanType][trigger] ?? undefined;
}
