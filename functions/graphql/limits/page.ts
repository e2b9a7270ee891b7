import { LIMITS } from './limits.ts';

/** Elements of a page where `first` is not given; the SDL says so too. */
const DEFAULT_PAGE = 20;

export function pageOf(first: unknown): number {
  return typeof first === 'number' ? first : DEFAULT_PAGE;
}

/** What is wrong with the arguments of a connection. Undefined if nothing is, and for any other field. */
export function pageFault(args: Readonly<Record<string, unknown>>): string | undefined {
  const { first } = args;
  if (typeof first !== 'number' || (first >= 0 && first <= LIMITS.page)) return undefined;
  return `The argument "first" has to be from 0 to ${LIMITS.page}, and is ${first}`;
}
