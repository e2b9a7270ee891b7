import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Where DynamoDB comes from: an engine that runs already, a program to start, or nowhere. */
export type EngineSource =
  | { kind: 'running'; endpoint: string }
  | { kind: 'program'; path: string }
  | { kind: 'missing'; advice: string };

const NAME = 'dynoxide';

/** `$DYNAMODB_ENDPOINT`, else the package for this platform, else `dynoxide` on the PATH. */
export function findEngine(environment: NodeJS.ProcessEnv): EngineSource {
  const endpoint = environment['DYNAMODB_ENDPOINT'];
  if (endpoint) return { kind: 'running', endpoint };
  const path = packaged() ?? onPath(environment['PATH'] ?? '');
  if (path !== undefined) return { kind: 'program', path };
  return {
    kind: 'missing',
    advice: [
      `There is no DynamoDB engine for ${process.platform}-${process.arch}. Do one of these, then start again:`,
      `  - on Linux (x64): npm ci, without --omit=optional, installs the package ${packageName()}`,
      `  - put the program "${NAME}" on the PATH (https://github.com/nubo-db/dynoxide)`,
      '  - start any DynamoDB-compatible engine yourself and set DYNAMODB_ENDPOINT to its URL',
    ].join('\n'),
  };
}

function packageName(): string {
  return `@dynoxide/${process.platform}-${process.arch}`;
}

function packaged(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${packageName()}/${NAME}`);
  } catch {
    return undefined;
  }
}

function onPath(path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, NAME))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
