import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { FUNCTIONS, METRICS, type QueueName } from '../../shared/names.ts';
import { AlarmSet } from './alarm-set.ts';
import { ourMetric, TABLE_OPERATIONS } from './metrics.ts';
import type { Watched } from './watched.ts';

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

/** Functions that ask where a node is, and so meet what has no root. */
const LOCATING = ['graphql', 'rest', 'cleanup-worker', 'status-worker'] as const;

interface QueuePlan {
  readonly section: string;
  /** What it means that messages were given up. */
  readonly impact: string;
  /** Minutes after which a message has waited too long. */
  readonly patience: number;
}

/** Pages wait behind each other in large operations, and a scan that is told late is no harm. */
const QUEUE_PLANS: Readonly<Record<QueueName, QueuePlan>> = {
  'attach-worker': {
    section: 'attach-dead-letters',
    impact: 'Pages of group operations were given up: their operations do not end.',
    patience: 30,
  },
  'cleanup-worker': {
    section: 'cleanup-dead-letters',
    impact: 'Events were not understood or could not be processed: the tree differs from its source.',
    patience: 15,
  },
  'status-worker': {
    section: 'status-dead-letters',
    impact: 'Ends of scans were not understood or could not be recorded: statuses are older than they seem.',
    patience: 60,
  },
};

/** What a person has to look at: nothing here mends itself. */
export class Alarms extends AlarmSet {
  constructor(scope: Construct, id: string, watched: Watched, topic: ITopic, runbook: string) {
    super(scope, id, topic, runbook);
    this.queues(watched);
    this.operations(watched);
    this.sweep(watched);
    this.functions(watched);
    this.api(watched);
    this.table(watched);
  }

  private queues({ queues }: Watched): void {
    for (const { name, queue, deadLetterQueue } of queues) {
      const { section, impact, patience } = QUEUE_PLANS[name];
      const maximum = { period: MINUTE, statistic: Stats.MAXIMUM };
      this.add(`DeadLetters-${name}`, {
        metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum),
        impact,
        section,
      });
      this.add(`OldestMessage-${name}`, {
        metric: queue.metricApproximateAgeOfOldestMessage(maximum),
        threshold: patience * 60,
        periods: 5,
        impact: `Messages wait too long for ${name}: what they ask for comes late.`,
        section: 'messages-wait',
      });
    }
  }

  private operations({ functions: { janitor } }: Watched): void {
    this.add('OperationStalled', {
      metric: ourMetric(METRICS.operationStalled, 'janitor'),
      impact: 'An operation makes no progress although its pages were sent again.',
      section: 'operation-stalled',
    });
    this.add('OperationRunsLong', {
      metric: ourMetric(METRICS.oldestRunningOperation, 'janitor', { statistic: Stats.MAXIMUM }),
      threshold: 6 * 3600,
      periods: 5,
      impact: 'An operation has been running for more than six hours: who asked for it still waits.',
      section: 'operation-runs-long',
    });
    for (const name of LOCATING)
      this.add(`BrokenChain-${name}`, {
        metric: ourMetric(METRICS.brokenChain, name),
        impact: 'A node is in a cycle or too deep: everything below it is hidden and refuses changes.',
        section: 'broken-chain',
      });
    // One bad minute is made up for by the next.
    this.add('JanitorFails', {
      metric: janitor.metricErrors({ period: MINUTE, statistic: Stats.SUM }),
      periods: 5,
      impact: 'Nothing sends lost pages again and nothing notices stalled operations.',
      section: 'janitor-fails',
    });
    this.silence('JanitorSilent', janitor.metricInvocations({ period: MINUTE, statistic: Stats.SUM }), {
      periods: 5,
      impact:
        'The janitor is not run: nothing sends lost pages again and nothing notices stalled operations.',
      section: 'janitor-fails',
    });
  }

  private sweep({ functions: { sweep } }: Watched): void {
    this.add('SweepRepairs', {
      metric: ourMetric(METRICS.sweepRepairs, 'sweep', { period: FIVE_MINUTES }),
      impact: 'Attachments were stored that no operation would have removed: something let them through.',
      section: 'sweep-repairs',
    });
    this.add('SweepIncomplete', {
      metric: ourMetric(METRICS.sweepIncomplete, 'sweep', { period: Duration.hours(1) }),
      threshold: 4,
      periods: 6,
      impact: 'The sweep of everything does not come to its end: the bound for repairs is not kept.',
      section: 'sweep-incomplete',
    });
    this.add('SweepFails', {
      metric: sweep.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      impact: 'Nothing looks for stored attachments that are out of place.',
      section: 'sweep-fails',
    });
    const runs = sweep.metricInvocations({ period: Duration.minutes(30), statistic: Stats.SUM });
    this.silence('SweepSilent', runs, {
      periods: 2,
      impact: 'The sweep is not run: nothing looks for stored attachments that are out of place.',
      section: 'sweep-fails',
    });
  }

  private functions({ functions }: Watched): void {
    const sum = { period: FIVE_MINUTES, statistic: Stats.SUM };
    for (const name of FUNCTIONS) {
      const fn = functions[name];
      if (name !== 'janitor' && name !== 'sweep')
        this.add(`Errors-${name}`, {
          metric: fn.metricErrors(sum),
          threshold: 3,
          impact: `Runs of ${name} end by a crash, for want of memory or at their time limit.`,
          section: 'function-errors',
        });
      this.add(`Throttles-${name}`, {
        metric: fn.metricThrottles(sum),
        periods: 2,
        impact: `The account has no concurrency left for ${name}: callers are refused, messages wait.`,
        section: 'function-throttles',
      });
    }
    for (const name of ['graphql', 'rest'] as const)
      this.add(`RequestFailed-${name}`, {
        metric: ourMetric(METRICS.requestFailed, name, { period: FIVE_MINUTES }),
        impact: `Requests to ${name} fail for a reason that nobody expected: callers get no more than an id.`,
        section: 'request-failed',
      });
  }

  private api({ api: { stage } }: Watched): void {
    this.add('ApiErrors', {
      metric: stage.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      threshold: 5,
      impact: 'Callers of the API get answers with a status of 500 or above.',
      section: 'api-errors',
    });
    this.add('ApiLatency', {
      metric: stage.metricLatency({ period: FIVE_MINUTES, statistic: Stats.p(99) }),
      threshold: 10_000,
      periods: 3,
      impact: 'One in a hundred requests takes longer than ten seconds: clients give up at 30.',
      section: 'api-latency',
    });
  }

  private table({ table: { table } }: Watched): void {
    const sum = { period: FIVE_MINUTES, statistic: Stats.SUM };
    for (const kind of ['Read', 'Write'])
      this.add(`TableThrottled-${kind}`, {
        metric: table.metric(`${kind}ThrottleEvents`, sum),
        periods: 3,
        impact: 'The table refuses calls for want of capacity: pages take longer, requests may fail.',
        section: 'table-throttled',
      });
    // One alarm each: a sum in metric math is missing where one of its terms is, and these are mostly missing.
    for (const operation of TABLE_OPERATIONS)
      this.add(`TableErrors-${operation}`, {
        metric: table.metric('SystemErrors', {
          ...sum,
          dimensionsMap: { TableName: table.tableName, Operation: operation },
        }),
        threshold: 5,
        impact: `DynamoDB fails at ${operation}: requests fail, and messages are tried again.`,
        section: 'table-errors',
      });
  }
}
