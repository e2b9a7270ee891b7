import { readKey } from '../local/issuer/key.ts';
import { signToken } from '../local/issuer/token.ts';
import type { StackFile } from '../local/lifecycle/stack-file.ts';
import { Refusal } from '../local/refusal.ts';

/** A bearer token that a running stack takes; `lifetime` in seconds. Refuses where its issuer has no key. */
export async function tokenOf(
  { issuer, audience }: StackFile,
  stateDir: string,
  user: string,
  lifetime: number,
): Promise<string> {
  const key = await readKey(stateDir);
  if (key === undefined) throw new Refusal(`There is no key of an issuer in ${stateDir}`);
  return signToken(key, { issuer, audience, user, lifetime });
}
