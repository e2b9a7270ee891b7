import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { schemaDocument } from '../../../../functions/graphql/schema-document.ts';
import type { OperationIds } from '../../access/world/build.ts';
import type { Random } from './random.ts';
import { jsonOf, literal, Values } from './values.ts';

const SCHEMA = buildASTSchema(schemaDocument);

/** A request of GraphQL, as a body has it. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Directives on a field, as they are and as they are not. */
const DIRECTIVES = [
  '@include(if: true)',
  '@skip(if: false)',
  '@include(if: $flag)',
  '@gl_introduced(version: "20.0")',
  '@gl_introduced(version: "18.0")',
  '@skip',
  '@nope',
] as const;

/** Makes questions by the schema: most can be asked, some not quite. */
export class Questions {
  private readonly random: Random;
  private readonly values: Values;
  private readonly fragments: string[] = [];
  private readonly declared = new Map<string, string>();
  private readonly variables: Record<string, unknown> = {};
  private budget = 60;

  constructor(random: Random, ids: OperationIds) {
    this.random = random;
    this.values = new Values(random, ids);
  }

  make(): Question {
    const { random } = this;
    const isMutation = random.percent(35);
    const root = isMutation ? SCHEMA.getMutationType() : SCHEMA.getQueryType();
    if (!root) throw new Error('the schema has no such type');
    const selection = this.selection(root, random.pick([1, 2, 3, 4, 6, 9]));
    const declared = [...this.declared].map(([name, type]) => `$${name}: ${type}`);
    const name = random.percent(30) ? ' Q' : '';
    const head = `${isMutation ? 'mutation' : 'query'}${name}${declared.length > 0 ? `(${declared.join(', ')})` : ''}`;
    const query = [`${head} ${selection}`, ...this.fragments].join('\n');
    return {
      query,
      variables: this.variables,
      ...(random.percent(10) && { operationName: random.pick(['Q', 'R', '']) }),
    };
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const { random } = this;
    if (isUnionType(type)) {
      const member = random.pick(type.getTypes());
      return `{ __typename ... on ${member.name} ${this.selection(member, depth - 1)} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields());
    const count = 1 + random.below(depth > 5 ? 2 : 4);
    const chosen = random.times(count, () => random.pick(fields)).filter((field) => this.fits(field, depth));
    const asked = chosen.map((field) => this.field(field, depth));
    if (asked.length === 0 || random.percent(10)) asked.push('__typename');
    return `{ ${asked.map((text) => this.wrapped(type, text)).join(' ')} }`;
  }

  private fits({ type }: GraphQLField<unknown, unknown>, depth: number): boolean {
    this.budget -= 1;
    return !isCompositeType(getNamedType(type)) || (depth > 0 && this.budget > 0);
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const { random } = this;
    const type = getNamedType(field.type);
    const given = field.args.filter((arg) => random.percent(isNonNullType(arg.type) ? 98 : 35));
    const args = given.map(
      (arg) =>
        `${arg.name}: ${this.argument(String(arg.type), literal(this.values.of(arg.type)), () => jsonOf(this.values.of(arg.type)))}`,
    );
    const alias = random.percent(25) ? `${random.pick(['a', 'b', 'id', '__newer_x', '__proto__'])}: ` : '';
    const directive = random.percent(4) ? ` ${this.directive()}` : '';
    const name = random.percent(1) ? `${field.name}s` : field.name;
    return `${alias}${name}${args.length > 0 ? `(${args.join(' ')})` : ''}${directive} ${this.selection(type, depth - 1)}`;
  }

  /** In the query, or by a variable whose type and value are nearly always those of the argument. */
  private argument(type: string, text: string, value: () => unknown): string {
    const { random } = this;
    if (random.percent(70)) return text;
    const name = `v${this.declared.size}`;
    const fallback = random.percent(15) && !text.includes('$') ? ` = ${text}` : '';
    this.declared.set(
      name,
      `${random.percent(4) ? random.pick(['Int', '[ID]', 'Nope', 'JSON']) : type}${fallback}`,
    );
    if (random.percent(95)) this.variables[name] = value();
    return `$${name}`;
  }

  private directive(): string {
    const directive = this.random.pick(DIRECTIVES);
    if (directive.includes('$flag')) {
      this.declared.set('flag', this.random.pick(['Boolean!', 'Boolean = true', 'Boolean']));
      this.variables['flag'] = this.random.pick([true, false, null]);
    }
    return directive;
  }

  private wrapped(type: GraphQLNamedType, text: string): string {
    const { random } = this;
    if (random.percent(5)) return `... on ${type.name} { ${text} }`;
    if (!random.percent(4)) return text;
    const name = `F${this.fragments.length}`;
    const within = random.percent(5) ? `...${name} ` : '';
    this.fragments.push(`fragment ${name} on ${type.name} { ${within}${text} }`);
    return random.percent(90) ? `...${name}` : `...${name} ...${name}`;
  }
}
