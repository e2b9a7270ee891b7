import type { ConfigurationKind } from './configuration.ts';
import * as members from './members.ts';

/** Where GitLab's own pipelines take the images of analyzers from. */
const ANALYZERS = {
  secureAnalyzersPrefix: '$CI_TEMPLATE_REGISTRY_HOST/security-products',
  imageSuffix: 'DEFAULT',
};

export const secretDetection: ConfigurationKind = {
  member: 'secretDetection',
  output: 'SecretDetectionConfiguration',
  schema: members.SECRET_DETECTION,
  defaults: { ...ANALYZERS, historicScan: false, excludedPaths: [] },
};

export const sast: ConfigurationKind = {
  member: 'sast',
  output: 'SastConfiguration',
  schema: members.SAST,
  defaults: {
    ...ANALYZERS,
    excludedAnalyzers: [],
    excludedPaths: ['spec', 'test', 'tests', 'tmp'],
    advancedSastPartialScan: false,
    gitlabAdvSastIncrScan: false,
  },
};

const AUTO_REMEDIATION = { enabled: true, cooldown: 7, upgradePolicy: 'MINOR', openMergeRequestsLimit: 10 };

export const dependencyScanningPostProcessing: ConfigurationKind = {
  member: 'dependencyScanningPostProcessing',
  output: 'DependencyScanningPostProcessingConfiguration',
  schema: members.DEPENDENCY_SCANNING_POST_PROCESSING,
  defaults: { autoRemediation: { ...AUTO_REMEDIATION, severityLevel: 'HIGH' } },
};

// The defaults of triage and remediation are those of its Standard preset.

export const sbomIngested: ConfigurationKind = {
  ...dependencyScanningPostProcessing,
  member: 'triageAndRemediation.sbomIngested',
  defaults: { autoRemediation: { ...AUTO_REMEDIATION, severityLevel: 'MEDIUM' } },
};

const FROM_MEDIUM = { severityLevel: 'MEDIUM', cweClasses: [], runMode: 'AUTO' };

export const sastFalsePositive: ConfigurationKind = {
  member: 'triageAndRemediation.sastFalsePositive',
  output: 'SastFalsePositiveConfiguration',
  schema: members.SAST_FALSE_POSITIVE,
  defaults: FROM_MEDIUM,
};

export const sastVulnerabilityResolution: ConfigurationKind = {
  member: 'triageAndRemediation.sastVulnerabilityResolution',
  output: 'SastVulnerabilityResolutionConfiguration',
  schema: members.SAST_VULNERABILITY_RESOLUTION,
  defaults: { ...FROM_MEDIUM, openMergeRequestsLimit: 10, falsePositiveConfidence: 'MEDIUM' },
};

export const secretDetectionFalsePositive: ConfigurationKind = {
  member: 'triageAndRemediation.secretDetectionFalsePositive',
  output: 'SecretDetectionFalsePositiveConfiguration',
  schema: members.SECRET_DETECTION_FALSE_POSITIVE,
  defaults: { runMode: 'AUTO' },
};

export const vulnerabilityEnrichment: ConfigurationKind = {
  member: 'triageAndRemediation.vulnerabilityEnrichment',
  output: 'VulnerabilityEnrichmentConfiguration',
  schema: members.VULNERABILITY_ENRICHMENT,
  defaults: { severityLevel: 'INFO', runMode: 'AUTO' },
};
