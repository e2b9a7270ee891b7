import { type Explored, explore, sumOf } from '../order/explore.ts';
import { BOTH_PROJECTS } from './cast.ts';
import { Judgement } from './judgement.ts';
import { Performance, type Scene } from './performance.ts';
import type { Stage } from './stage.ts';

interface Options {
  /** Told after each schedule. */
  readonly onSchedule?: () => void;
}

/**
 * Runs all schedules of a scene; with `dying` all those in which that process dies before its first call, then before its
 * second, and so on as far as it comes. Throws the first that breaks a promise, as a `Violation`.
 */
export async function exploreScene(
  stage: Stage,
  scene: Scene,
  { dying, ...options }: Options & { readonly dying?: string | undefined } = {},
): Promise<Explored> {
  if (dying === undefined) return (await exploreOnce(stage, scene, options)).explored;
  const parts: Explored[] = [];
  for (let after = 0; ; after += 1) {
    const part = await exploreOnce(stage, { ...scene, death: { process: dying, after } }, options);
    // Where it is over before it could die, the scene is one that is run without any death.
    if (!part.hasDied) return sumOf(parts);
    parts.push(part.explored);
  }
}

async function exploreOnce(
  stage: Stage,
  scene: Scene,
  options: Options,
): Promise<{ readonly explored: Explored; readonly hasDied: boolean }> {
  const performances: Performance[] = [];
  const start = async (): Promise<Performance> => {
    const performance = new Performance(
      scene,
      stage,
      new Judgement(stage.base, scene.projectIds ?? BOTH_PROJECTS),
    );
    await performance.begin();
    performances.splice(0, 1, performance);
    return performance;
  };
  let hasDied = false;
  const onSchedule = (): void => {
    hasDied ||= performances.some((performance) => performance.hasDied);
    options.onSchedule?.();
  };
  return { explored: await explore({ start }, { onSchedule }), hasDied };
}
