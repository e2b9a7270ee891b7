import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { readdir, readFile } from 'node:fs/promises';
import { buildASTSchema, parse } from 'graphql';
import { reference } from './reference.ts';

const NOTICE = '// Made by `npm run generate` from `functions/graphql/schema/*.graphql`. Do not edit.\n';

const CONFIG = {
  contextType: '../context.ts#RequestContext',
  // Answers are not built from the SDL's shapes but from these, field by field.
  mappers: {
    Group: '../parents.ts#GroupParent',
    Project: '../parents.ts#ProjectParent',
    GroupConnection: '../parents.ts#GroupConnectionParent',
    ProjectConnection: '../parents.ts#ProjectConnectionParent',
    SecurityScanProfileRemovalConnection: '../parents.ts#RemovalConnectionParent',
    SecurityScanProfileRemoval: '../parents.ts#RemovalParent',
    SecurityScanProfileResultConnection: '../parents.ts#ResultConnectionParent',
    SecurityScanProfileResult: '../parents.ts#ResultParent',
    PersonalAccessToken: '../parents.ts#TokenParent',
    ScanProfileType: '../parents.ts#ProfileParent',
    ScanProfileTriggerSetting: '../parents.ts#TriggerSettingParent',
    ScanProfileProjectStatus: '../parents.ts#StatusParent',
    ScanProfileVersion: '../parents.ts#VersionParent',
    SecurityScanProfileAttachment: '../parents.ts#AttachmentParent',
    SecurityScanProfileOperation: '../parents.ts#OperationParent',
    SecurityScanProfileOperationConnection: '../parents.ts#OperationConnectionParent',
  },
  scalars: {
    ID: 'string',
    GroupID: 'number',
    ProjectID: 'number',
    NamespaceID: 'number',
    SecurityScanProfileID: {
      input: '../parents.ts#ProfileReference',
      output: '../parents.ts#ProfileReference',
    },
    Time: 'number',
    JSON: 'unknown',
    CweIdentifier: 'string',
  },
  strictScalars: true,
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  noSchemaStitching: true,
  makeResolverTypeCallable: true,
} satisfies Record<string, unknown>;

/** The files that follow from the SDL in `directory`, as they have to be: by their paths in the repository. */
export async function render(directory: URL): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.graphql')).sort();
  const modules = await Promise.all(names.map((name) => readFile(new URL(name, directory), 'utf8')));
  const sdl = modules.join('\n');
  return new Map([
    [
      'functions/graphql/generated/type-definitions.ts',
      `${NOTICE}export const typeDefinitions = \`${sdl.replace(/[\\`$]/g, '\\$&')}\`;\n`,
    ],
    ['functions/graphql/generated/resolver-types.ts', NOTICE + (await resolverTypes(sdl))],
    ['docs/api-reference.md', reference(sdl)],
  ]);
}

async function resolverTypes(sdl: string): Promise<string> {
  const schema = parse(sdl);
  return codegen({
    filename: 'resolver-types.ts',
    schema,
    schemaAst: buildASTSchema(schema),
    documents: [],
    config: CONFIG,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    importExtension: '.ts',
  });
}
