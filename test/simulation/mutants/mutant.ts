import type { Patch } from '../patch/patch.ts';

/** Races of section 5 of the design, as rows of its table, and what its promises add to them. */
export const RACES = {
  transfer: 'an attach while the project moves to another root, or after the clean-up',
  lag: 'a group moves, and its projects lag behind',
  olderRehome: 'an older re-home lands after a newer one',
  walk: 'a node moves between two reads of a walk',
  handOver: 'a project moves from an unvisited to a visited part of the target, or is created just before',
  events: 'events twice, late, reversed',
  unknown: 'events before the node is known, or its parent',
  limit: 'many attaches at nine of ten; the same target twice in one call',
  findOrCreate: 'two find-or-creates',
  crossing: 'attach and detach crossing; SET and a late APPEND of one type',
  crash: 'crash anywhere, redelivery, a lost reply, a batch half done',
  unsent: 'accepted, message not sent; a child done before its parent',
  deletion: 'a profile is deleted while a job attaches it',
  paused: 'a worker that was paused writes after cancel or end',
  joined: 'a root group becomes a child',
  poison: 'poison message',
  timeout: 'visibility timeout shorter than the work',
  cycles: 'cycles, more than 20 levels',
  stored: 'stored attachments that nothing else takes away (S8)',
  access: 'authorisation is all or nothing, and tells nothing (S9, S10)',
  records: 'every effect has its record, and every record its effect (S11)',
  repetition: 'the same idempotency key (S12)',
} as const;
export type Race = keyof typeof RACES;

/** A guard of section 5, and how the product is built without it. */
export interface Mutant {
  /** Names it on the command line. */
  readonly name: string;
  readonly race: Race;
  /** What the guard is. */
  readonly guard: string;
  /** What happens without it. */
  readonly without: string;
  readonly patches: readonly Patch[];
  /** Why no history can notice, where none can: then only the directed test tells. */
  readonly beyondHistories?: string;
}

export function patch(file: string, find: string, replace: string): Patch {
  return { file, find, replace };
}
