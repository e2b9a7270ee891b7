/** Reads single fields of stored maps. Throws for what has another form: then the checker has to be told of a new one. */
type Fields = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(name: string, value: unknown): Error {
  return new Error(`${name} is ${JSON.stringify(value)}`);
}

export function numberOf(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number') throw wrong(name, value);
  return value;
}

export function optionalNumber(fields: Fields, name: string): number | undefined {
  return fields[name] === undefined ? undefined : numberOf(fields, name);
}

export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw wrong(name, value);
  return value;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined ? undefined : textOf(fields, name);
}

export function mapOf(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (!isMap(value)) throw wrong(name, value);
  return value;
}

export function optionalMap(fields: Fields, name: string): Fields | undefined {
  return fields[name] === undefined ? undefined : mapOf(fields, name);
}

function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw wrong(name, value);
  return value;
}

export function numbersOf(fields: Fields, name: string): readonly number[] {
  return listOf(fields, name).map((value) => {
    if (typeof value !== 'number') throw wrong(name, value);
    return value;
  });
}

export function textsOf(fields: Fields, name: string): readonly string[] {
  return listOf(fields, name).map((value) => {
    if (typeof value !== 'string') throw wrong(name, value);
    return value;
  });
}
