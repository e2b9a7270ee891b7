/** Characters of a text between quotes that are shown, and of a whole message. */
const LONGEST_VALUE = 400;
const LONGEST_MESSAGE = 2_000;

/**
 * A message of GraphQL about a value, in which the value is not repeated at whatever length it came: fifty of them would
 * make an answer fifty times as long as the request.
 */
export function shortened(message: string): string {
  return middleOut(
    message.replace(/[^"]+/g, (text) => middleOut(text, LONGEST_VALUE)),
    LONGEST_MESSAGE,
  );
}

function middleOut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = longest / 2;
  return `${text.slice(0, half).toWellFormed()} … ${text.slice(-half).toWellFormed()}`;
}
