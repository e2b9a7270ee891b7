/** Where something stands in a document: names of members and numbers of entries, from the top down. */
export type Path = readonly (string | number)[];

/** What is wrong with a document, and where. */
export interface Problem {
  readonly path: Path;
  readonly reason: string;
}

/** `profiles[3].triggers[1].type`; empty for the whole document. */
export function pathText(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '');
}

/** The same read back. */
export function pathOf(text: string): Path {
  const steps = text.matchAll(/\[(\d+)\]|[^.[\]]+/g);
  return Array.from(steps, ([step, index]) => (index === undefined ? step : Number(index)));
}
