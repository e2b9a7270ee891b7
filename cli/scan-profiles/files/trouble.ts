import { Refusal } from '../../../local/refusal.ts';
import { plain } from '../output/plain.ts';

/** What is wrong with a file by the code of the system, and what to do, after its name. */
const WORDS = {
  READ: new Map([
    ['ENOENT', 'is not there. Check the name, and the directory in which the command runs.'],
    ['ENOTDIR', 'is not there: what its path names as a directory is a file. Check the path.'],
    ['EISDIR', 'is a directory. Name a file in it.'],
    ['EACCES', 'may not be read by this user. Change its permissions.'],
  ]),
  WRITE: new Map([
    ['ENOENT', 'cannot be made: its directory is not there. Make that first, or name another file.'],
    ['ENOTDIR', 'cannot be made: what its path names as a directory is a file. Check the path.'],
    ['EISDIR', 'is a directory. Name a file in it.'],
    ['EACCES', 'may not be written by this user. Change its permissions, or name another file.'],
    ['EROFS', 'is on a disk that cannot be written. Name another file.'],
    ['ENOSPC', 'does not fit on the disk. Make room, or name another file.'],
  ]),
} as const;

/** Does something with a file. Refuses, in words for the person who named it, where the system does not let it. */
export async function withFile<Result>(
  file: string,
  purpose: keyof typeof WORDS,
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    const code = String(error.code);
    const usual = `cannot be ${purpose === 'READ' ? 'read' : 'written'} (${code}).`;
    throw new Refusal(`${plain(file)} ${WORDS[purpose].get(code) ?? usual}`);
  }
}
