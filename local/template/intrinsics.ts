import type * as z from 'zod';

/** A template is JSON. */
export type Json = z.infer<ReturnType<typeof z.json>>;

type JsonObject = Record<string, Json>;

/** What the names in a template stand for on this machine; `undefined` for a name that nobody knows. */
export interface References {
  /** Of a resource, a parameter or a pseudo parameter such as `AWS::Region`. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, attribute: string): Json | undefined;
}

/** A template that CloudFormation would refuse, or that says more than the local stack understands. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/** Replaces CloudFormation's intrinsic functions by what they stand for. Throws `TemplateError` where it cannot. */
export function resolveIntrinsics(value: Json, references: References): Json {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, references));
  if (!isObject(value)) return value;
  const [name, argument] = soleEntry(value);
  if (name === 'Ref' && argument !== undefined) return ref(text(argument, 'Ref'), references);
  if (name?.startsWith('Fn::') && argument !== undefined) return call(name, argument, references);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveIntrinsics(item, references)]),
  );
}

function call(name: string, argument: Json, references: References): Json {
  if (name === 'Fn::GetAtt') return attribute(argument, references);
  if (name === 'Fn::Sub') return substitute(argument, references);
  const resolved = resolveIntrinsics(argument, references);
  const parts = list(resolved, name);
  switch (name) {
    case 'Fn::Join':
      return list(parts[1], name)
        .map((part) => text(part, name))
        .join(text(parts[0], name));
    case 'Fn::Split':
      return text(parts[1], name).split(text(parts[0], name));
    case 'Fn::Select': {
      const index = text(parts[0], name);
      const selected = list(parts[1], name)[Number(index)];
      if (selected === undefined) throw new TemplateError(`Fn::Select has no element ${index}`);
      return selected;
    }
    default:
      throw new TemplateError(`The local stack does not understand ${name}`);
  }
}

function ref(name: string, references: References): Json {
  const found = references.ref(name);
  if (found === undefined) throw new TemplateError(`Ref to "${name}", which is not in the template`);
  return found;
}

/** `["Queue", "Arn"]` or `"Queue.Arn"`. */
function attribute(argument: Json, references: References): Json {
  const path =
    typeof argument === 'string'
      ? argument.split('.')
      : list(argument, 'Fn::GetAtt').map((part) => text(part, 'Fn::GetAtt'));
  const [logicalId = '', ...rest] = path;
  const name = rest.join('.');
  const found = references.attribute(logicalId, name);
  if (found === undefined)
    throw new TemplateError(`Fn::GetAtt of "${logicalId}.${name}", which is not known`);
  return found;
}

/** `"${Queue.Arn}/*"`, or the same with values of its own: `["${x}", { "x": … }]`. `${!x}` stands for itself. */
function substitute(argument: Json, references: References): string {
  const [pattern, values] = Array.isArray(argument) ? argument : [argument];
  const own = isObject(values) ? values : {};
  return text(pattern, 'Fn::Sub').replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const given = own[name];
    if (given !== undefined) return text(resolveIntrinsics(given, references), 'Fn::Sub');
    return text(name.includes('.') ? attribute(name, references) : ref(name, references), 'Fn::Sub');
  });
}

function soleEntry(value: JsonObject): [string?, Json?] {
  const entries = Object.entries(value);
  return entries.length === 1 ? (entries[0] ?? []) : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: Json | undefined, where: string): Json[] {
  if (!Array.isArray(value)) throw new TemplateError(`${where} needs a list`);
  return value;
}

/** Of text or a number. Throws where there is something else, or nothing. */
export function text(value: Json | undefined, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${where} needs text`);
}
