import { CHANGED_AGAIN } from './guards/changed-again.ts';
import { ENDINGS } from './guards/endings.ts';
import { HAND_OVERS } from './guards/hand-over.ts';
import { ORDER } from './guards/order.ts';
import { PAGES } from './guards/pages.ts';
import { PLACES } from './guards/places.ts';
import { PROFILE_GUARDS } from './guards/profiles.ts';
import { READS } from './guards/reads.ts';
import { REQUESTS } from './guards/requests.ts';
import { SETTLED } from './guards/settled.ts';
import { SWEEP } from './guards/sweep.ts';
import { TABLE } from './guards/table.ts';
import { TEMPLATE } from './guards/template.ts';
import { TOGETHER } from './guards/together.ts';
import { TREE } from './guards/tree.ts';
import type { Mutant } from './mutant.ts';

/** Every guard of section 5 of the design, each by itself. */
export const MUTANTS: readonly Mutant[] = [
  ...TOGETHER,
  ...PLACES,
  ...TREE,
  ...HAND_OVERS,
  ...ORDER,
  ...SETTLED,
  ...CHANGED_AGAIN,
  ...PAGES,
  ...TABLE,
  ...ENDINGS,
  ...PROFILE_GUARDS,
  ...REQUESTS,
  ...READS,
  ...SWEEP,
  ...TEMPLATE,
];
