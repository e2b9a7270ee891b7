import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { STATE_FILES } from '../lifecycle/own-files.ts';

/** The algorithm of every token that the local issuer signs. */
export const ALGORITHM = 'RS256';

export interface SigningKey {
  privateKey: Exclude<Awaited<ReturnType<typeof importJWK>>, Uint8Array>;
  /** What everybody may know, with `kid`, `alg` and `use`. */
  publicJwk: JWK;
}

const jwkSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string(), kid: z.string() }).loose();

/** The issuer's key from its file; `undefined` if there is none yet. */
export async function readKey(stateDir: string): Promise<SigningKey | undefined> {
  const stored = await readFile(keyFile(stateDir), 'utf8').catch(() => undefined);
  if (stored === undefined) return undefined;
  const jwk = jwkSchema.parse(JSON.parse(stored));
  const privateKey = await importJWK(jwk, ALGORITHM);
  if (privateKey instanceof Uint8Array) throw new Error(`${keyFile(stateDir)} holds no private key`);
  const { kty, n, e, kid } = jwk;
  return { privateKey, publicJwk: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' } };
}

/** Makes a key and stores it where only the present user can read it. */
export async function makeKey(stateDir: string): Promise<void> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const stored = { ...jwk, kid: await calculateJwkThumbprint(jwk) };
  await mkdir(stateDir, { recursive: true });
  // Whole or not at all: a start that is killed here must not leave half a key to the next.
  const draft = join(stateDir, STATE_FILES.keyDraft);
  // The mode counts only for a file that is not there yet.
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(stored), { mode: 0o600 });
  await rename(draft, keyFile(stateDir));
}

function keyFile(stateDir: string): string {
  return join(stateDir, STATE_FILES.key);
}
