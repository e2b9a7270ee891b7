/**
 * The headers of a request as an HTTP API's event has them. One that HTTP does not know how to write is left out, as if it
 * had not come: `Headers` would throw, and what a client sends is no fault of ours.
 */
export function requestHeaders(given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      headers.append(name, value);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return headers;
}
