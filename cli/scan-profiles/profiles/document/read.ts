import { Refusal } from '../../../../local/refusal.ts';
import { nameOf, readText } from '../../files/read-text.ts';
import { countText, plain } from '../../output/plain.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { ProfileDocument } from './document.ts';
import { formatOfFile } from './format.ts';
import { type FileProblem, parseProfiles } from './parse.ts';

/** Problems that are named. */
const NAMED = 20;

/** Reads a document from a file, or from standard input. Refuses one that is wrong, with all that is wrong with it. */
export async function readDocument(
  surroundings: Pick<Surroundings, 'input' | 'signal'>,
  file: string,
): Promise<ProfileDocument> {
  const parsed = parseProfiles(await readText(surroundings, file), formatOfFile(file));
  if (parsed.result === 'VALID') return parsed.document;
  const lines = parsed.problems.slice(0, NAMED).map((problem) => lineOf(nameOf(file), problem));
  const more = parsed.problems.length - lines.length;
  throw new Refusal([...lines, ...(more > 0 ? [`and ${countText(more)} more`] : [])].join('\n'));
}

/** `profiles.yaml:12: profiles[3].name: must not be blank`. */
function lineOf(name: string, { line, path, reason }: FileProblem): string {
  return plain([`${name}:${line}`, path, reason].filter((part) => part !== '').join(': '));
}
