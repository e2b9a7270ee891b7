import type { Mutation } from '../observed.ts';
import type { Action, ProfileName, Wish } from './actions.ts';
import { type Heard, heard, outgoing } from './mutations.ts';
import { writtenBy, type WrittenOperation } from './written-operations.ts';

/** A request that was sent. */
export interface Request {
  readonly name: string;
  readonly wish: Wish;
  readonly body: string;
  readonly mutation: Mutation;
  readonly idempotencyKey: string | undefined;
  answer?: Heard & { readonly status: number };
}

/** An operation under the name by which it can be spoken of. */
export interface KnownOperation extends WrittenOperation {
  readonly name: string;
}

/** Those who ask: what they asked, what they were told, and what they could find out. */
export class Clients {
  readonly requests = new Map<string, Request>();
  /** Operations by their names, in the order in which they were accepted. */
  readonly operations = new Map<string, KnownOperation>();
  private readonly ids = new Set<string>();

  /** Undefined where the wish is about something that is not known. */
  prepare(name: string, action: Extract<Action, { kind: 'ASK' | 'ASK_AGAIN' }>): Request | undefined {
    const request =
      action.kind === 'ASK' ? this.first(name, action.wish, action.key) : this.again(name, action.request);
    if (request) this.requests.set(name, request);
    return request;
  }

  hear(name: string, { status, body }: { readonly status: number; readonly body: string }): Heard {
    const answer = heard(body);
    const request = this.requests.get(name);
    if (request) request.answer = { ...answer, status };
    return answer;
  }

  /** What a run wrote may be operations, which then have names. */
  noteWritten(task: string, command: unknown): void {
    for (const operation of writtenBy(command)) {
      if (this.ids.has(operation.id)) continue;
      this.ids.add(operation.id);
      let name = `${task}:1`;
      for (let number = 2; this.operations.has(name); number += 1) name = `${task}:${number}`;
      this.operations.set(name, { ...operation, name });
    }
  }

  /** Numbers of the profiles that were made, and the requests that made them. */
  madeProfiles(): readonly { readonly madeBy: string; readonly rootId: number }[] {
    return [...this.requests.values()].flatMap(({ name, wish, answer }) =>
      wish.kind === 'CREATE_PROFILE' && answer?.profile !== undefined
        ? [{ madeBy: name, rootId: wish.rootId }]
        : [],
    );
  }

  /** Whether a client was told that some projects of an operation failed. */
  saidToFail(operationId: string): boolean {
    const answers = [...this.requests.values()].flatMap(({ answer }) => answer ?? []);
    return answers.some((answer) => answer.operationId === operationId && answer.errors.length > 0);
  }

  private first(name: string, wish: Wish, idempotencyKey: string | undefined): Request | undefined {
    const out = outgoing(wish, idempotencyKey, {
      profile: (profile) => this.profile(profile),
      operation: (operation) => this.operations.get(operation)?.id,
    });
    return out && { name, wish, ...out, idempotencyKey };
  }

  private again(name: string, earlier: string): Request | undefined {
    const request = this.requests.get(earlier);
    if (!request) return undefined;
    const { wish, body, mutation, idempotencyKey } = request;
    return { name, wish, body, mutation, idempotencyKey };
  }

  private profile(name: ProfileName): string | undefined {
    return typeof name === 'object' ? this.requests.get(name.madeBy)?.answer?.profile : String(name);
  }
}
