const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Text of others for a terminal: without characters that could steer it. */
export function plain(text: string): string {
  return text.replace(CONTROL, '\u{fffd}');
}

const COUNTS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `1,234`. */
export function countText(count: number): string {
  return COUNTS.format(count);
}

/** `1 project`, `2 projects`. */
export function plural(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2026-11-22 08:50:01Z`, of a time in ISO 8601. */
export function timeText(iso: string): string {
  return plain(iso.replace('T', ' ').replace(/\.\d+(?=Z$)/, ''));
}
