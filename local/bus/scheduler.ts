import { DEFAULT_BUS, type RulePlan } from '../template/resources/events.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { envelope } from './entries.ts';
import { rateOf } from './schedule.ts';
import type { Courier } from './targets.ts';

/** Runs the rules that have a schedule. Answers how to stop. A run that cannot be delivered is not made up for. */
export function startSchedules(rules: RulePlan[], courier: Courier, log: (line: string) => void): () => void {
  const timers = rules.flatMap((rule) => {
    if (rule.schedule === undefined || !rule.enabled) return [];
    const period = rateOf(rule.schedule);
    if (period === undefined || rule.busName !== DEFAULT_BUS) {
      throw new TemplateError(`${rule.name}: the local bus only knows rate(…), on the default bus`);
    }
    return [setInterval(() => void tick(rule, courier, log), period)];
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

async function tick(rule: RulePlan, courier: Courier, log: (line: string) => void): Promise<void> {
  const event = JSON.stringify(envelope('aws.events', 'Scheduled Event', {}, [rule.arn], Date.now()));
  for (const { arn, input, messageGroupId } of rule.targets) {
    const attempt = await courier.deliver({ arn, body: input ?? event, messageGroupId });
    if (attempt.kind === 'failed') log(`${rule.name}: ${attempt.message}`);
  }
}
