import type { ConfigurationValues } from './configuration.ts';
import type { Trigger } from './scan-types.ts';

/** What a recommended profile of a scan type is like. It has all triggers of its type. */
export interface Preset {
  /** Spelled in snake_case; part of the global id `gid://gitlab/Security::ScanProfile/KEY`. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** What it sets otherwise than the defaults of its scan type. */
  readonly overrides?: Readonly<Partial<Record<Trigger, ConfigurationValues>>> | undefined;
}

export const secretDetection: Preset = {
  key: 'secret_detection',
  name: 'Secret Detection (default)',
  description: 'Finds credentials in pushes, on the default branch and in merge requests.',
};

export const sast: Preset = {
  key: 'sast',
  name: 'SAST (default)',
  description: 'Finds weaknesses in source code on the default branch and in merge requests.',
};

export const dependencyScanning: Preset = {
  key: 'dependency_scanning',
  name: 'Dependency Scanning (default)',
  description: 'Finds dependencies with known vulnerabilities on the default branch and in merge requests.',
};

export const dependencyScanningPostProcessing: Preset = {
  key: 'dependency_scanning_post_processing',
  name: 'Dependency Scanning Auto-Remediation (default)',
  description:
    'Opens merge requests that update vulnerable dependencies, when a new list of components comes in.',
};

export const conservative: Preset = {
  key: 'triage_and_remediation_conservative',
  name: 'Triage and Remediation (Conservative)',
  description: 'Judges and repairs severe findings, and only when somebody asks for it.',
  overrides: {
    SBOM_INGESTED: { autoRemediation: { severityLevel: 'HIGH', openMergeRequestsLimit: 5 } },
    SAST_FALSE_POSITIVE: { severityLevel: 'HIGH', runMode: 'MANUAL' },
    SAST_VULNERABILITY_RESOLUTION: { severityLevel: 'HIGH', runMode: 'MANUAL' },
    SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'MANUAL' },
  },
};

export const standard: Preset = {
  key: 'triage_and_remediation_standard',
  name: 'Triage and Remediation (Standard)',
  description: 'Judges and repairs findings of medium severity and up by itself.',
};

export const proactive: Preset = {
  key: 'triage_and_remediation_proactive',
  name: 'Triage and Remediation (Proactive)',
  description: 'Judges and repairs findings of every severity by itself, by major updates too.',
  overrides: {
    SBOM_INGESTED: { autoRemediation: { severityLevel: 'INFO', upgradePolicy: 'MAJOR' } },
    SAST_FALSE_POSITIVE: { severityLevel: 'INFO' },
    SAST_VULNERABILITY_RESOLUTION: { severityLevel: 'INFO' },
  },
};
