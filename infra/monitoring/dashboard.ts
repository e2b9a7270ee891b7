import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  LogQueryWidget,
  MathExpression,
  type Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FUNCTIONS, METRIC_NAMESPACE, METRICS } from '../../shared/names.ts';
import { type OurMetric, ourMetric } from './metrics.ts';
import type { Watched } from './watched.ts';

const PERIOD = Duration.minutes(1);
const SUM = { period: PERIOD, statistic: Stats.SUM };
const MAXIMUM = { period: PERIOD, statistic: Stats.MAXIMUM };
const P99 = { period: PERIOD, statistic: Stats.p(99) };

/** Of 24 columns. */
const THIRD = { width: 8, height: 6 };

/** One page for whoever is called: what is on, what callers see, whether operations get on, and where the work is. */
export class OnCallDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, watched: Watched, alarms: IAlarm[], runbook: string) {
    super(scope, id);
    this.dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(3) });
    this.dashboard.addWidgets(
      new AlarmStatusWidget({ title: `Alarms (${runbook})`, alarms, width: 24, height: 5 }),
    );
    this.callers(watched);
    this.operations();
    this.queues(watched);
    this.functions(watched);
    this.table(watched);
    this.tree();
    this.logs(watched);
  }

  private callers({ api: { stage } }: Watched): void {
    this.row('What callers see', [
      graph('Requests', [stage.metricCount(SUM), stage.metricClientError(SUM), stage.metricServerError(SUM)]),
      graph(
        'Latency, milliseconds',
        ['p50', 'p99'].map((statistic) =>
          stage.metricLatency({ period: PERIOD, statistic, label: statistic }),
        ),
      ),
      graph('Failures that nobody expected', [ofAll(METRICS.requestFailed), ofAll(METRICS.messageFailed)]),
    ]);
  }

  private operations(): void {
    const { oldestOpenPage, oldestRunningOperation, pageDuration, operationStalled } = METRICS;
    this.row('Operations', [
      graph('Operations and pages', [
        ofAll(METRICS.operationAccepted),
        ofAll(METRICS.pageDone),
        ofAll(METRICS.pageResent),
        ofAll(operationStalled),
      ]),
      graph('Oldest, seconds', [
        labelled(ourMetric(oldestRunningOperation, 'janitor', MAXIMUM)),
        labelled(ourMetric(oldestOpenPage, 'janitor', MAXIMUM)),
      ]),
      graph(
        'Duration of a page, milliseconds',
        ['p50', 'p99'].map((statistic) =>
          ourMetric(pageDuration, 'attach-worker', { statistic }).with({ label: statistic }),
        ),
      ),
      graph('Projects by outcome', [
        ofAll(METRICS.projectApplied),
        ofAll(METRICS.projectUnchanged),
        ofAll(METRICS.projectSkipped),
        ofAll(METRICS.projectFailed),
      ]),
      graph('Attachments', [ofAll(METRICS.attachmentMade), ofAll(METRICS.attachmentRemoved)]),
      graph('Sweep', [ofAll(METRICS.sweepRepairs), ofAll(METRICS.sweepIncomplete)]),
    ]);
  }

  private queues({ queues }: Watched): void {
    this.row('Queues', [
      graph(
        'Messages that wait',
        queues.map(({ name, queue }) =>
          queue.metricApproximateNumberOfMessagesVisible({ ...MAXIMUM, label: name }),
        ),
      ),
      graph(
        'Age of the oldest message, seconds',
        queues.map(({ name, queue }) =>
          queue.metricApproximateAgeOfOldestMessage({ ...MAXIMUM, label: name }),
        ),
      ),
      graph(
        'Dead letters',
        queues.map(({ name, deadLetterQueue }) =>
          deadLetterQueue.metricApproximateNumberOfMessagesVisible({ ...MAXIMUM, label: name }),
        ),
      ),
    ]);
  }

  private functions({ functions }: Watched): void {
    const each = (metricOf: (name: (typeof FUNCTIONS)[number]) => IMetric): IMetric[] =>
      FUNCTIONS.map(metricOf);
    this.row('Functions', [
      graph(
        'Errors',
        each((name) => functions[name].metricErrors({ ...SUM, label: name })),
      ),
      graph(
        'Throttles',
        each((name) => functions[name].metricThrottles({ ...SUM, label: name })),
      ),
      graph(
        'Duration, p99, milliseconds',
        each((name) => functions[name].metricDuration({ ...P99, label: name })),
      ),
    ]);
  }

  private table({ table: { table } }: Watched): void {
    this.row('Table', [
      graph('Capacity units', [
        table.metricConsumedReadCapacityUnits(SUM),
        table.metricConsumedWriteCapacityUnits(SUM),
      ]),
      graph('Throttled', [table.metric('ReadThrottleEvents', SUM), table.metric('WriteThrottleEvents', SUM)]),
      graph('Refused by a condition, or for another transaction', [
        table.metricConditionalCheckFailedRequests(SUM),
        table.metric('TransactionConflict', SUM),
      ]),
    ]);
  }

  private tree(): void {
    this.row('Events', [
      graph('About the tree', [
        ofAll(METRICS.eventParked),
        ofAll(METRICS.eventWithoutParent),
        ofAll(METRICS.moveWithoutParent),
      ]),
      graph('Broken chains', [ofAll(METRICS.brokenChain)]),
      graph('Ends of scans that nothing is attached for', [ofAll(METRICS.scanReportIgnored)]),
    ]);
  }

  private logs({ functions, api }: Watched): void {
    const logGroupNames = [
      ...FUNCTIONS.map((name) => functions[name].logGroup.logGroupName),
      api.accessLog.logGroupName,
    ];
    this.dashboard.addWidgets(
      new LogQueryWidget({
        title: 'Latest warnings and errors',
        logGroupNames,
        queryLines: [
          'fields @timestamp, service, level, message, error.message, reason, requestId, operationId, messageId',
          'filter level in ["WARN", "ERROR"]',
          'sort @timestamp desc',
          'limit 50',
        ],
        width: 24,
        height: 8,
      }),
    );
  }

  private row(title: string, graphs: GraphWidget[]): void {
    this.dashboard.addWidgets(new TextWidget({ markdown: `## ${title}`, width: 24, height: 1 }));
    this.dashboard.addWidgets(...graphs);
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, leftYAxis: { min: 0, showUnits: false }, ...THIRD });
}

function labelled(metric: Metric): Metric {
  return metric.with({ label: metric.metricName });
}

/** The sum over all functions. A search finds the ones that have counted something. */
function ofAll(metric: OurMetric): MathExpression {
  return new MathExpression({
    expression: `SUM(SEARCH('{${METRIC_NAMESPACE},service} MetricName="${metric}"', 'Sum', 60))`,
    usingMetrics: {},
    label: metric,
    period: PERIOD,
  });
}
