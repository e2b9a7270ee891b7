import { BATCHES } from './batches.ts';
import { CHANGED_AGAIN } from './changed-again.ts';
import { ENDINGS } from './endings.ts';
import { HAND_OVERS } from './hand-over.ts';
import { LATE_RUNS } from './late-runs.ts';
import { ORDER } from './order.ts';
import { PAGES } from './pages.ts';
import { PLACES } from './places.ts';
import { SETTLED } from './settled.ts';
import { PROFILES } from './profiles.ts';
import { READS } from './reads.ts';
import { REQUESTS } from './requests.ts';
import type { Scenario } from './stage.ts';
import { SWEEP } from './sweep.ts';
import { TABLE } from './table.ts';
import { TEMPLATE } from './template.ts';
import { TOGETHER } from './together.ts';
import { TREE } from './tree.ts';

export { newStage } from './stage.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...TOGETHER,
  ...PLACES,
  ...SETTLED,
  ...TREE,
  ...HAND_OVERS,
  ...ORDER,
  ...CHANGED_AGAIN,
  ...PAGES,
  ...LATE_RUNS,
  ...TABLE,
  ...ENDINGS,
  ...PROFILES,
  ...REQUESTS,
  ...BATCHES,
  ...READS,
  ...SWEEP,
  ...TEMPLATE,
];
