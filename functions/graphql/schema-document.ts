import { type DocumentNode, parse } from 'graphql';
import { typeDefinitions } from './generated/type-definitions.ts';

/** The SDL, parsed. In a bundle that has been done: see `infra/bundle/parse-schema.ts`. */
export const schemaDocument: DocumentNode = parse(typeDefinitions, { noLocation: true });
