import { invalid } from '../errors.ts';

/** What an attribute can hold here: what the product stores. Sets and binaries would need saying how they compare. */
export type Value = null | boolean | number | string | readonly Value[] | Attributes;

export interface Attributes {
  readonly [name: string]: Value;
}

/** Never changed once it is stored: a write replaces it. */
export interface StoredItem extends Attributes {
  readonly PK: string;
  readonly SK: string;
}

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

/** A copy of what a caller gave, without what is undefined in it. Throws what the SDK would not marshal either. */
export function copyIn(raw: unknown): Value {
  if (typeof raw === 'string' || typeof raw === 'boolean' || raw === null) return raw;
  if (typeof raw === 'number') {
    if (Number.isFinite(raw) && Math.abs(raw) <= Number.MAX_SAFE_INTEGER) return raw;
    throw new Error(`the SDK does not marshal the number ${raw}`);
  }
  if (typeof raw !== 'object') throw new Error(`the in-process table stores nothing of type ${typeof raw}`);
  return Array.isArray(raw) ? raw.filter((value) => value !== undefined).map(copyIn) : copyAttributes(raw);
}

export function copyAttributes(raw: object): Attributes {
  const prototype: unknown = Object.getPrototypeOf(raw);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error('the in-process table stores no sets, binaries or instances of classes');
  const copy: Record<string, Value> = {};
  for (const [name, value] of Object.entries(raw)) if (value !== undefined) copy[name] = copyIn(value);
  return copy;
}

export function copyItem(raw: object): StoredItem {
  return keyed(copyAttributes(raw));
}

/** The attributes as an item. Throws if its key is none. */
function keyed(attributes: Attributes): StoredItem {
  const { PK, SK } = attributes;
  if (typeof PK !== 'string' || typeof SK !== 'string') throw invalid('The item has no key of two texts');
  return { ...attributes, PK, SK };
}

type Mutable = null | boolean | number | string | Mutable[] | { [name: string]: Mutable };

/** A copy that the caller may change. */
function copyOut(value: Value): Mutable {
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(copyOut) : copyAttributesOut(value);
}

export function copyAttributesOut(value: Attributes): Record<string, Mutable> {
  const copy: Record<string, Mutable> = {};
  for (const name of Object.keys(value)) copy[name] = copyOut(value[name] ?? null);
  return copy;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function areEqual(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isList(one))
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((value, index) => areEqual(value, other[index] ?? null))
    );
  if (isList(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [left, right] = [one[name], other[name]];
      return left !== undefined && right !== undefined && areEqual(left, right);
    })
  );
}

/** Less than, equal to or greater than 0, as DynamoDB orders texts: by the bytes of their UTF-8. */
export function compareTexts(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = one.charCodeAt(index) - other.charCodeAt(index);
    if (difference !== 0) return surrogateLast(one, index) - surrogateLast(other, index) || difference;
  }
  return one.length - other.length;
}

/** UTF-16 orders surrogates, which stand for the highest code points, before the last code units that stand for themselves. */
function surrogateLast(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd8_00 && unit <= 0xdf_ff ? 1 : 0;
}
