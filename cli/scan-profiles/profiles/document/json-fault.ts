import type { SyntaxProblem } from './syntax.ts';

/** Characters before a fault that V8 quotes where it does not tell the place. */
const QUOTED_BEFORE = 10;

/** Why a text is no JSON, and where as far as that is told. */
export function faultInJson(text: string): SyntaxProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { message } = error;
    const [what = message] = message.split(/, (?:\.\.\.)?"| in JSON at position | \(line /);
    const { line, column } = placeOf(message, text);
    return { line, reason: `This is no JSON: ${what}${column === undefined ? '' : ` (column ${column})`}` };
  }
}

function placeOf(
  message: string,
  text: string,
): { readonly line: number; readonly column?: number | undefined } {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) };
  const [, quoted] = /, \.\.\."(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (quoted !== undefined) return placeAt(text, text.indexOf(quoted) + QUOTED_BEFORE);
  return { line: message.startsWith('Unexpected end') ? text.trimEnd().split('\n').length : 1 };
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset + 1).split('\n');
  return { line: lines.length, column: lines.at(-1)?.length ?? 1 };
}
