import { inject } from 'vitest';
import { stackClient } from './client.ts';

/** The stack that all end-to-end tests use at once: make groups of your own, see `tree.ts`. */
export const shared = stackClient(inject('stack'));
