import type { Server } from 'node:http';
import { Refusal } from '../refusal.ts';
import { listen } from './listen.ts';

/** Listens on the port that was asked for. Throws a `Refusal` if it cannot be had. */
export async function listenOnPort(server: Server, port: number): Promise<string> {
  try {
    return await listen(server, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const advice = 'Stop the program that uses it, or choose another port: PORT=4001 npm start';
    if (code === 'EADDRINUSE') throw new Refusal(`Port ${port} is taken. ${advice}`);
    if (code === 'EACCES') throw new Refusal(`Port ${port} may not be used by this user. ${advice}`);
    throw error;
  }
}
