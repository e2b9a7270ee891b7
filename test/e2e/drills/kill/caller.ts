import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { StackClient, TestEvent } from '../../support/client.ts';
import type { StoredOperation } from '../stored.ts';
import { OWNER } from './town.ts';

const answerSchema = z.object({
  done: z.object({ errors: z.array(z.string()), operation: z.object({ id: z.string() }) }),
});

const MUTATIONS = {
  ATTACH: 'attachSecurityScanProfile',
  DETACH: 'detachSecurityScanProfile',
  RETRY: 'retrySecurityScanProfileOperation',
} as const;

/** Milliseconds between two tries. */
const PAUSE = 100;

/** What was asked, and the operation that it got. */
export interface Acceptance {
  readonly kind: 'ATTACH' | 'DETACH' | 'RETRY';
  /** The root with all that is below it; of a retry, that of the operation. */
  readonly rootId: number;
  readonly operationId: string;
}

/** Somebody who asks until there is an answer, whatever dies meanwhile. */
export class Caller {
  /** Tries that got no answer, or none that says yes or no. */
  repeated = 0;
  /** Why the last of them had none. */
  problem = 'none';
  private readonly client: () => StackClient;
  private readonly signal: AbortSignal;

  constructor(client: () => StackClient, signal: AbortSignal) {
    this.client = client;
    this.signal = signal;
  }

  /** Asks for a change of all projects below a root, under one key. */
  async change(
    kind: 'ATTACH' | 'DETACH',
    rootId: number,
    template: string,
    key: string,
  ): Promise<Acceptance> {
    const groupIds = [`gid://gitlab/Group/${rootId}`];
    const securityScanProfileId = `gid://gitlab/Security::ScanProfile/${template}`;
    const input = { securityScanProfileId, groupIds, idempotencyKey: key };
    return { kind, rootId, operationId: await this.ask(kind, input) };
  }

  /** Has the projects tried again for which an operation failed. */
  async retry({ id, rootId }: StoredOperation, key: string): Promise<Acceptance> {
    return { kind: 'RETRY', rootId, operationId: await this.ask('RETRY', { id, idempotencyKey: key }) };
  }

  private async ask(kind: Acceptance['kind'], input: Record<string, unknown>): Promise<string> {
    const name = MUTATIONS[kind];
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { errors operation { id } } }`;
    return this.untilAnswered(async () => {
      const { status, data, errors } = await this.client().graphql(OWNER, query, { input });
      const parsed = answerSchema.safeParse(data);
      // A function whose table is gone says that it failed.
      if (!parsed.success) throw new Error(`HTTP ${status}: ${JSON.stringify(errors)}`);
      return parsed.data.done.operation.id;
    });
  }

  /** Reports events, at most ten. */
  async report(events: readonly TestEvent[]): Promise<void> {
    await this.untilAnswered(async () => this.client().putEvents(...events));
  }

  private async untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      this.signal.throwIfAborted();
      try {
        return await ask();
      } catch (error) {
        this.repeated += 1;
        this.problem = String(error);
        await sleep(PAUSE);
      }
    }
  }
}
