import type { ConfigurationValues } from './configuration.ts';
import type { ScanType, Trigger } from './scan-types.ts';

/** A recommended profile that exists in no root until it is first attached there. */
export interface Template {
  /** Spelled in snake_case; part of the global id `gid://gitlab/Security::ScanProfile/KEY`. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly scanType: ScanType;
  readonly triggers: readonly Trigger[];
  /** What it sets otherwise than the defaults of its scan type. */
  readonly overrides?: Readonly<Partial<Record<Trigger, ConfigurationValues>>> | undefined;
}

const REMEDIATION: readonly Trigger[] = [
  'SBOM_INGESTED',
  'SAST_FALSE_POSITIVE',
  'SAST_VULNERABILITY_RESOLUTION',
  'SECRET_DETECTION_FALSE_POSITIVE',
  'VULNERABILITY_ENRICHMENT',
];

export const TEMPLATES: readonly Template[] = [
  {
    key: 'secret_detection',
    name: 'Secret Detection (default)',
    description: 'Finds credentials in pushes, on the default branch and in merge requests.',
    scanType: 'SECRET_DETECTION',
    triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  },
  {
    key: 'sast',
    name: 'SAST (default)',
    description: 'Finds weaknesses in source code on the default branch and in merge requests.',
    scanType: 'SAST',
    triggers: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  },
  {
    key: 'dependency_scanning',
    name: 'Dependency Scanning (default)',
    description: 'Finds dependencies with known vulnerabilities on the default branch and in merge requests.',
    scanType: 'DEPENDENCY_SCANNING',
    triggers: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  },
  {
    key: 'dependency_scanning_post_processing',
    name: 'Dependency Scanning Auto-Remediation (default)',
    description:
      'Opens merge requests that update vulnerable dependencies, when a new list of components comes in.',
    scanType: 'DEPENDENCY_SCANNING_POST_PROCESSING',
    triggers: ['SBOM_INGESTED'],
  },
  {
    key: 'triage_and_remediation_conservative',
    name: 'Triage and Remediation (Conservative)',
    description: 'Judges and repairs severe findings, and only when somebody asks for it.',
    scanType: 'TRIAGE_AND_REMEDIATION',
    triggers: REMEDIATION,
    overrides: {
      SBOM_INGESTED: { autoRemediation: { severityLevel: 'HIGH', openMergeRequestsLimit: 5 } },
      SAST_FALSE_POSITIVE: { severityLevel: 'HIGH', runMode: 'MANUAL' },
      SAST_VULNERABILITY_RESOLUTION: { severityLevel: 'HIGH', runMode: 'MANUAL' },
      SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'MANUAL' },
    },
  },
  {
    key: 'triage_and_remediation_standard',
    name: 'Triage and Remediation (Standard)',
    description: 'Judges and repairs findings of medium severity and up by itself.',
    scanType: 'TRIAGE_AND_REMEDIATION',
    triggers: REMEDIATION,
  },
  {
    key: 'triage_and_remediation_proactive',
    name: 'Triage and Remediation (Proactive)',
    description: 'Judges and repairs findings of every severity by itself, by major updates too.',
    scanType: 'TRIAGE_AND_REMEDIATION',
    triggers: REMEDIATION,
    overrides: {
      SBOM_INGESTED: { autoRemediation: { severityLevel: 'INFO', upgradePolicy: 'MAJOR' } },
      SAST_FALSE_POSITIVE: { severityLevel: 'INFO' },
      SAST_VULNERABILITY_RESOLUTION: { severityLevel: 'INFO' },
    },
  },
];

/** Whether a name is that of a template, for whatever scan type: nobody else may have it. */
export function isReservedName(name: string): boolean {
  return TEMPLATES.some((template) => foldName(template.name) === foldName(name));
}

/** Names that fold to the same text are the same: case and surrounding space do not count. */
export function foldName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Finds a template by its key in snake_case, or in the CamelCase that the plan spells (`SecretDetection`, `Sast`, `SAST`). */
export function findTemplate(text: string): Template | undefined {
  const key = text.replaceAll('_', '').toLowerCase();
  const spelled = /^[a-z]+(_[a-z]+)*$/.test(text) || /^[A-Z][A-Za-z]*$/.test(text);
  return TEMPLATES.find((template) => {
    if (!spelled) return false;
    return /^[a-z]/.test(text) ? template.key === text : template.key.replaceAll('_', '') === key;
  });
}
