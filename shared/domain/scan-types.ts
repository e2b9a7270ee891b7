/** Scan types and triggers are data: adding a scan type is adding a row here and its values to the SDL. */
export const SCAN_TYPES = ['SAST', 'SECRET_DETECTION', 'DEPENDENCY_SCANNING'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

export const TRIGGERS = ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE', 'GIT_PUSH_EVENT'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** A recommended profile that exists in no root until it is first attached there. */
export interface Template {
  /** Spelled in snake_case; part of the global id `gid://gitlab/Security::ScanProfile/KEY`. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly scanType: ScanType;
  readonly triggers: readonly Trigger[];
}

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
];

/** Finds a template by its key in snake_case, or in the CamelCase that the plan spells (`SecretDetection`, `Sast`, `SAST`). */
export function findTemplate(text: string): Template | undefined {
  const key = text.replaceAll('_', '').toLowerCase();
  const spelled = /^[a-z]+(_[a-z]+)*$/.test(text) || /^[A-Z][A-Za-z]*$/.test(text);
  return TEMPLATES.find((template) => {
    if (!spelled) return false;
    return /^[a-z]/.test(text) ? template.key === text : template.key.replaceAll('_', '') === key;
  });
}
