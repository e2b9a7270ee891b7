/** No control characters, no line or paragraph ends, no halves of pairs. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** Neither space nor what has no width. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u;

export function isOneLine(text: string): boolean {
  return ONE_LINE.test(text);
}

/** Whether nothing of it can be seen. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
