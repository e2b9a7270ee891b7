import { API_VERSION, canonicalProfile, type ProfileDocument, type ProfileText } from './document.ts';
import type { FileFormat } from './format.ts';
import { pathText, type Problem } from './problem.ts';
import { problemsIn } from './rules.ts';
import { type Shaped, type ShapedProfile, shapeOf } from './shape.ts';
import { readSyntax } from './syntax.ts';

/** What is wrong with a file: in which line, from 1, and at which path, empty where none is known. */
export interface FileProblem {
  readonly line: number;
  readonly path: string;
  readonly reason: string;
}

export type Parsed =
  | { readonly result: 'VALID'; readonly document: ProfileDocument }
  /** By line. */
  | { readonly result: 'INVALID'; readonly problems: readonly FileProblem[] };

/** Reads a document as YAML or JSON, and checks all of it. */
export function parseProfiles(text: string, format: FileFormat): Parsed {
  const read = readSyntax(text, format);
  if (read.result === 'INVALID') {
    return { result: 'INVALID', problems: read.problems.map((problem) => ({ path: '', ...problem })) };
  }
  const { value, lineOf } = read.source;
  const located = ({ path, reason }: Problem): FileProblem => ({
    line: lineOf(path),
    path: pathText(path),
    reason,
  });
  const { document, profiles, problems: misshapen } = shapeOf(value);
  const problems = [...misshapen, ...problemsIn(profiles)];
  if (document && problems.length === 0) return { result: 'VALID', document: documentOf(document) };
  return {
    result: 'INVALID',
    problems: problems.map(located).toSorted((one, other) => one.line - other.line),
  };
}

function documentOf({ group, profiles }: Shaped): ProfileDocument {
  return {
    apiVersion: API_VERSION,
    ...(group === undefined ? {} : { group }),
    profiles: profiles.map(profileOf),
  };
}

function profileOf({ name, triggers, ...rest }: ShapedProfile): ProfileText {
  const settings = triggers.map(({ type, configuration }) => ({
    type,
    ...(configuration ? { configuration } : {}),
  }));
  return canonicalProfile({ ...rest, name: name.trim(), triggers: settings });
}
