/** The least that a function can be. */
export const handler = async (): Promise<object> => Promise.resolve({ statusCode: 200, body: '{}' });
