import { areDependent, type Footprint } from '../../table/footprint.ts';

/** What steps touch, each kind once, and which of them do not commute. */
export class Dependence {
  readonly #ids = new Map<string, number>();
  readonly #footprints: Footprint[] = [];
  readonly #known: (boolean | undefined)[][] = [];

  /** A number for what a step touches: equal ones touch the same. */
  idOf(footprint: Footprint): number {
    const text = JSON.stringify(footprint);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#footprints.push(footprint) - 1;
    this.#ids.set(text, id);
    this.#known.push([]);
    return id;
  }

  /** Whether it can make a difference which of two steps comes first. */
  between(one: number, other: number): boolean {
    const [low, high] = one < other ? [one, other] : [other, one];
    const row = this.#known[low] ?? [];
    const known = row[high];
    if (known !== undefined) return known;
    const [left, right] = [this.#footprints[low], this.#footprints[high]];
    const are = left !== undefined && right !== undefined && areDependent(left, right);
    row[high] = are;
    return are;
  }
}
