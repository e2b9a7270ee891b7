import { setTimeout as wait } from 'node:timers/promises';
import type { RulePlan, TargetPlan } from '../template/resources/events.ts';
import type { EventEnvelope } from './entries.ts';
import type { Delivery, Journal } from './journal.ts';
import type { Attempt, Courier } from './targets.ts';

interface Route {
  rule: RulePlan;
  target: TargetPlan;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Takes events to the targets of rules, again and again until it worked or the target's retry policy ends it. */
export class Deliveries {
  private readonly journal: Journal;
  private readonly courier: Courier;
  private readonly log: (line: string) => void;
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(journal: Journal, courier: Courier, rules: RulePlan[], log: (line: string) => void) {
    this.journal = journal;
    this.courier = courier;
    this.log = log;
    this.routes = new Map(
      rules.flatMap((rule) =>
        rule.targets.map((target): [string, Route] => [targetKey(rule, target), { rule, target }]),
      ),
    );
  }

  /** When it returns the event is in the journal, once for each target. Delivery goes on behind the caller. */
  accept(matches: { rule: RulePlan; event: EventEnvelope }[], acceptedAt: number): void {
    const deliveries = matches.flatMap(({ rule, event }) =>
      rule.targets.map((target) => ({
        target: targetKey(rule, target),
        event: JSON.stringify(event),
        acceptedAt,
      })),
    );
    this.start(this.journal.add(deliveries));
  }

  /** Goes on with what an earlier process left behind. */
  resume(): void {
    this.start(this.journal.pending());
  }

  /** Waits for attempts that are under way. What is not done stays in the journal. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underWay);
  }

  private start(deliveries: Delivery[]): void {
    for (const delivery of deliveries) {
      const work = this.carryOut(delivery)
        .catch((error: unknown) => {
          this.log(`delivery ${delivery.id}: ${String(error)}`);
        })
        .finally(() => this.underWay.delete(work));
      this.underWay.add(work);
    }
  }

  private async carryOut(delivery: Delivery): Promise<void> {
    const route = this.routes.get(delivery.target);
    if (route === undefined) {
      this.log(`delivery ${delivery.id}: dropped, the stack has no target ${delivery.target} any more`);
    } else {
      const { target } = route;
      const body = target.input ?? delivery.event;
      for (let retries = 0; ; retries++) {
        const { arn, messageGroupId } = target;
        const attempt = await this.courier.deliver({ arn, body, messageGroupId });
        if (attempt.kind === 'delivered') break;
        const tooOld = Date.now() - delivery.acceptedAt >= target.maximumAgeSeconds * 1000;
        if (!attempt.passing || retries >= target.maximumRetries || tooOld) {
          await this.giveUp(route, body, attempt, retries);
          break;
        }
        if (!(await this.pause(retries))) return;
      }
    }
    this.journal.remove(delivery.id);
  }

  private async giveUp(
    { rule, target }: Route,
    body: string,
    attempt: Attempt & { kind: 'failed' },
    retries: number,
  ): Promise<void> {
    this.log(`${rule.name}: not delivered to ${target.arn} after ${retries} retries: ${attempt.message}`);
    if (target.deadLetterArn === undefined) return;
    const attributes = {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.arn,
      ERROR_CODE: attempt.code,
      ERROR_MESSAGE: attempt.message,
      RETRY_ATTEMPTS: String(retries),
    };
    const last = await this.courier.deliver({ arn: target.deadLetterArn, body, attributes });
    if (last.kind === 'failed')
      this.log(`${rule.name}: lost, the dead-letter queue refused it: ${last.message}`);
  }

  /** `false` if the bus stops meanwhile. */
  private async pause(retries: number): Promise<boolean> {
    const longest = Math.min(FIRST_PAUSE * 2 ** retries, LONGEST_PAUSE);
    const { signal } = this.stopping;
    return wait(longest * (0.5 + Math.random() / 2), true, { signal }).catch(() => false);
  }
}

function targetKey(rule: RulePlan, target: TargetPlan): string {
  return `${rule.name}/${target.id}`;
}
