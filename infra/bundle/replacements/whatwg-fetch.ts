/** Stands in for `@whatwg-node/fetch` in the bundles, with what Yoga uses of it. */
export { fetch, Headers, Request, Response } from './fetch.ts';
export const { TextEncoder, URL, URLSearchParams } = globalThis;
