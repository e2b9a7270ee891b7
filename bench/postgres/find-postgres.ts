import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Where Debian keeps the programs of each version that is installed. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with the newest PostgreSQL's `initdb` and `postgres`; undefined where none is installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.toSorted((one, other) => Number(other) - Number(one));
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...newestFirst.map((version) => join(DEBIAN, version, 'bin')), ...onPath.map(linkedTo)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** A link to `postgres` alone leads to where the rest is. */
function linkedTo(folder: string): string {
  const program = join(folder, 'postgres');
  return existsSync(program) ? dirname(realpathSync(program)) : folder;
}
