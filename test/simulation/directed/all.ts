import { PLACES } from './places.ts';
import type { Scenario } from './stage.ts';

export { newStage } from './stage.ts';

export const SCENARIOS: readonly Scenario[] = [...PLACES];
