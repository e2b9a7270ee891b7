import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { FileFormat } from './format.ts';
import { faultInJson } from './json-fault.ts';
import type { Path } from './problem.ts';

/** A text that is YAML, or JSON, which is YAML too. */
export interface Source {
  readonly value: unknown;
  /** The line, from 1, of what stands at a path; where nothing does, of what it would stand in. */
  readonly lineOf: (path: Path) => number;
}

/** Where a text is not what it should be, and why. */
export interface SyntaxProblem {
  readonly line: number;
  readonly reason: string;
}

export type Read =
  | { readonly result: 'VALID'; readonly source: Source }
  | { readonly result: 'INVALID'; readonly problems: readonly SyntaxProblem[] };

/** Reads one YAML or JSON document. Merge keys are members like any other, and anchors can be used, within reason. */
export function readSyntax(text: string, format: FileFormat): Read {
  const fault = format === 'json' ? faultInJson(text) : undefined;
  if (fault) return { result: 'INVALID', problems: [fault] };
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    line: lineAt(offset),
    reason: REASONS.get(code) ?? message + (ADVICE.get(code) ?? ''),
  }));
  if (problems.length > 0) return { result: 'INVALID', problems: distinct(problems) };
  try {
    const value: unknown = document.toJS();
    return { result: 'VALID', source: { value, lineOf: (path) => lineAt(offsetOf(document, path)) } };
  } catch (error) {
    // An alias of nothing, or so many of them that the document would be enormous.
    if (!(error instanceof ReferenceError)) throw error;
    return { result: 'INVALID', problems: [{ line: 1, reason: error.message }] };
  }
}

/** One mistake makes the library say the same of a line many times. */
function distinct(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.line} ${problem.reason}`, problem])).values()];
}

/** Where the words of the library are about how it works. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['DUPLICATE_KEY', 'The same member stands here twice'],
  ['MULTIPLE_DOCS', 'A second document begins here: a file holds one'],
  ['RESOURCE_EXHAUSTION', 'It is nested too deeply'],
  ['BLOCK_AS_IMPLICIT_KEY', 'A member cannot begin here: put a text that has ": " in it into quotes'],
  ['BLOCK_IN_FLOW', 'A member cannot begin here: put a text that has ": " in it into quotes'],
]);

/** What to do, where that is not seen from the words of the library. */
const ADVICE: ReadonlyMap<string, string> = new Map([['BAD_SCALAR_START', ': put the text into quotes']]);

/** Where the last step begins that is there: a member with its name, so that the line is the one to look at. */
function offsetOf({ contents }: Document.Parsed, path: Path): number {
  let node: unknown = contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const { name, value } = stepInto(node, step);
    offset = startOf(name) ?? startOf(value) ?? offset;
    node = value;
  }
  return offset;
}

function stepInto(
  node: unknown,
  step: string | number,
): { readonly name?: unknown; readonly value?: unknown } {
  if (isSeq(node) && typeof step === 'number') return { value: node.items[step] };
  if (!isMap(node)) return {};
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return { name: pair?.key, value: pair?.value };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
