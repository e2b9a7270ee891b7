import * as z from 'zod';

/**
 * Properties that change nothing on this machine. Every schema here is strict: what is neither read nor listed
 * as inert stops the start, so that nobody relies on behaviour that the local stack does not have.
 */
export function inert<Name extends string>(...names: Name[]): Record<Name, z.ZodOptional<z.ZodUnknown>>;
export function inert(...names: string[]): Record<string, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(names.map((name) => [name, z.unknown().optional()]));
}
