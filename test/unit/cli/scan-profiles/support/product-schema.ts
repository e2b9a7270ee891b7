import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { ROOT } from '../../../../../local/settings.ts';

const SDL = join(ROOT, 'functions/graphql/schema');

/** The product's own schema: a query that it does not know is a mistake of the command line. */
export function productSchema(): GraphQLSchema {
  const files = readdirSync(SDL).filter((name) => name.endsWith('.graphql'));
  return buildSchema(files.map((name) => readFileSync(join(SDL, name), 'utf8')).join('\n'));
}
