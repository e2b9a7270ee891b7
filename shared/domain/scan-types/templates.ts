import type { Preset } from './presets.ts';
import { presetsOf, SCAN_TYPES, type ScanType, type Trigger, triggersOf } from './scan-types.ts';

/** A recommended profile that exists in no root until it is first attached there. */
export interface Template extends Preset {
  readonly scanType: ScanType;
  readonly triggers: readonly Trigger[];
}

export const TEMPLATES: readonly Template[] = SCAN_TYPES.flatMap((scanType) =>
  presetsOf(scanType).map((preset) => ({ ...preset, scanType, triggers: triggersOf(scanType) })),
);

/** Whether a name is that of a template, for whatever scan type: nobody else may have it. */
export function isReservedName(name: string): boolean {
  return TEMPLATES.some((template) => foldName(template.name) === foldName(name));
}

/** Names that fold to the same text are the same: case, surrounding space and what has no width do not count. */
export function foldName(name: string): string {
  return name
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC')
    .toLowerCase();
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
