import type * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import { type Endpoint, exchange } from '../../graphql/exchange.ts';
import { Interruption } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import type { Surroundings } from '../surroundings.ts';
import { adviceFor } from './advice.ts';
import { type Fault, faultIn, faultOfNetwork } from './faults.ts';

/** A deployment that did not do what it was asked. Says what to do next. */
export class DeploymentRefusal extends Refusal {
  override name = 'DeploymentRefusal';
  readonly fault: Fault;

  constructor(fault: Fault, more?: string) {
    const message = fault.message.split('\n').map(plain).join('\n');
    super([message, adviceFor(fault.code), more].filter((part) => part !== undefined).join('\n'));
    this.fault = fault;
  }
}

type Variables = Readonly<Record<string, unknown>>;

/** How often a request is sent at most. */
const ATTEMPTS = 6;

/** Milliseconds: the first wait, the longest of our own, and the longest that a deployment may ask for. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;
const LONGEST_OBEYED = 60_000;

/** Milliseconds for an answer: longer than the API itself takes at most. */
const PATIENCE = 40_000;

/** Asks one deployment as one user. Errors are thrown as a `DeploymentRefusal`. */
export class Client {
  private readonly endpoint: Endpoint;
  private readonly surroundings: Pick<Surroundings, 'signal' | 'wait'>;
  private wasAnswered = false;

  constructor(endpoint: Endpoint, surroundings: Pick<Surroundings, 'signal' | 'wait'>) {
    this.endpoint = endpoint;
    this.surroundings = surroundings;
  }

  /** Asks for data; what may pass is tried again, with growing pauses. */
  async read<T>(schema: z.ZodType<T>, query: string, variables: Variables): Promise<T> {
    return schema.parse(await this.ask(query, variables, true));
  }

  /**
   * Asks for a change. Only with an idempotency key is it sent again where an answer fails to come: without one it could
   * be done twice, and it is sent again only where it was turned away. `list` is the command that shows whether it was.
   */
  async change<T>(
    schema: z.ZodType<T>,
    mutation: string,
    variables: Variables,
    list = 'operations list GROUP',
  ): Promise<T> {
    const { idempotencyKey } = variables;
    const key = typeof idempotencyKey === 'string' ? idempotencyKey : undefined;
    try {
      return schema.parse(await this.ask(mutation, variables, key !== undefined));
    } catch (error) {
      if (this.surroundings.signal.aborted) throw new Interruption(uncertainty(key, list));
      if (error instanceof DeploymentRefusal && error.fault.unanswered) {
        throw new DeploymentRefusal(error.fault, uncertainty(key, list));
      }
      throw error;
    }
  }

  private async ask(query: string, variables: Variables, isRepeatable: boolean): Promise<unknown> {
    let pause = FIRST_WAIT;
    let unanswered = false;
    for (let left = ATTEMPTS - 1; ; left -= 1) {
      const answer = await this.attempt(query, variables);
      if ('data' in answer) return answer.data;
      const { mayPass, after, code } = answer;
      unanswered ||= answer.unanswered;
      // An address at which nobody ever answered is more likely wrong than down.
      const isHopeless = code === 'NOBODY' && !this.wasAnswered;
      const isFinal = !mayPass || isHopeless || (unanswered && !isRepeatable);
      if (isFinal || left === 0) throw new DeploymentRefusal({ ...answer, unanswered });
      await this.surroundings.wait(Math.min(after ?? pause, LONGEST_OBEYED));
      pause = Math.min(2 * pause, LONGEST_WAIT);
    }
  }

  private async attempt(query: string, variables: Variables): Promise<{ readonly data: unknown } | Fault> {
    const { signal } = this.surroundings;
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
      const answer = await exchange(this.endpoint, query, variables, limit);
      this.wasAnswered = true;
      return faultIn(answer, this.endpoint.url) ?? { data: answer.reply?.data };
    } catch (error) {
      if (signal.aborted) throw error;
      return faultOfNetwork(error, this.endpoint.url);
    }
  }
}

function uncertainty(key: string | undefined, list: string): string {
  const where = `It may have been accepted all the same: npx scan-profiles ${list}`;
  if (key === undefined) return where;
  return `${where}\nThe same command with --idempotency-key ${plain(key)} is safe for 24 hours: it is done at most once.`;
}
