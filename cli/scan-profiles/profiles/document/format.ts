import { extname } from 'node:path';

export const FILE_FORMATS = ['yaml', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** JSON where the name of a file ends so, else YAML. */
export function formatOfFile(file: string): FileFormat {
  return extname(file).toLowerCase() === '.json' ? 'json' : 'yaml';
}
