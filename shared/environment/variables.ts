/** Reads an environment variable that the stack sets. Throws if it is missing: the stack is wrong then. */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the environment variable ${name} is not set`);
  return value;
}

/** Reads an environment variable that the stack sets where a deployment wants it. */
export function optional(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
