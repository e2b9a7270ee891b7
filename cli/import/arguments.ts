import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Refusal } from '../../local/refusal.ts';
import type { ImportRequest } from '../../shared/import/import-tree.ts';

export const USAGE = `npm run import -- --groups FILE --projects FILE [--members FILE]

Reads a tree of groups and projects, one JSON object a line, plain or gzipped, in the field names of GitLab's REST lists.

  --groups FILE      {"id", "path", "name", "full_path", "parent_id"}
  --projects FILE    {"id", "path", "name", "path_with_namespace", "namespace": {"id"}}
  --members FILE     {"user_id", "access_level", "group_id" or "project_id"}
  --as-of TIME       when the files were true, such as 2026-11-22T12:00:00Z; else when each was last changed
  --prune            also removes what the files do not have, except what came later
  --prune --dry-run  only lists what would be removed
  --table NAME       writes to this DynamoDB table on AWS; else to the running stack on this machine
  --region REGION    where that table is; else what the AWS settings of your shell say
  --help             prints this`;

/** What was asked for on the command line. */
export type Command =
  | { readonly kind: 'HELP' }
  | {
      readonly kind: 'IMPORT';
      readonly request: Pick<ImportRequest, 'groups' | 'projects' | 'members' | 'asOf' | 'prune'>;
      /** Paths as they were typed, by what they were resolved to. */
      readonly typed: ReadonlyMap<string, string>;
      /** Absent: the running stack. */
      readonly table?: { readonly name: string; readonly region?: string | undefined } | undefined;
    };

const isoTime = z.iso.datetime({ offset: true });

/** Reads the command line. Relative paths start at `directory`. Throws a `Refusal` that says what is wrong. */
export function readArguments(args: readonly string[], directory: string): Command {
  const { values } = parse(args);
  if (values.help === true) return { kind: 'HELP' };
  const { groups, projects, members, table, region } = values;
  if (!groups || !projects) throw misused('Both --groups and --projects are needed');
  if (values['dry-run'] === true && values.prune !== true) {
    throw misused('--dry-run goes with --prune: it lists what would be removed');
  }
  if (region !== undefined && !table) throw misused('--region goes with --table');
  const typed = new Map<string, string>();
  const fileOf = (path: string): string => {
    typed.set(resolve(directory, path), path);
    return resolve(directory, path);
  };
  const request = {
    groups: fileOf(groups),
    projects: fileOf(projects),
    members: members === undefined ? undefined : fileOf(members),
    asOf: values['as-of'] === undefined ? undefined : timeOf(values['as-of']),
    prune: values.prune === true ? (values['dry-run'] === true ? 'LIST' : 'REMOVE') : undefined,
  } as const;
  return { kind: 'IMPORT', request, typed, table: table ? { name: table, region } : undefined };
}

function parse(args: readonly string[]): {
  readonly values: Partial<
    Record<'groups' | 'projects' | 'members' | 'as-of' | 'table' | 'region', string> &
      Record<'prune' | 'dry-run' | 'help', boolean>
  >;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        groups: { type: 'string' },
        projects: { type: 'string' },
        members: { type: 'string' },
        'as-of': { type: 'string' },
        table: { type: 'string' },
        region: { type: 'string' },
        prune: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw misused(error instanceof Error ? error.message : String(error));
  }
}

function timeOf(text: string): number {
  if (!isoTime.safeParse(text).success) {
    throw misused(`--as-of wants a time with its zone, such as 2026-11-22T12:00:00Z, not "${text}"`);
  }
  return Date.parse(text);
}

function misused(problem: string): Refusal {
  return new Refusal(`${problem}.\n\n${USAGE}`);
}
