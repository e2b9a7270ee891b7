import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FUNCTIONS, METRIC_NAMESPACE, METRICS, type FunctionName } from '../shared/names.ts';
import type { BulkPipeline } from './bulk-pipeline.ts';
import type { ScanReports } from './scan-reports.ts';
import type { TransferEvents } from './transfer-events.ts';

interface AlarmText {
  /** What is broken for whom while the alarm is on. */
  impact: string;
  /** Section of `docs/runbook.md`. */
  section: string;
}

const PERIOD = Duration.minutes(1);

/** What a person has to look at: nothing here mends itself. */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { pipeline, events, scans }: { pipeline: BulkPipeline; events: TransferEvents; scans: ScanReports },
  ) {
    super(scope, id);
    this.atOnce('AttachDeadLetters', deadLetters(pipeline.work.deadLetterQueue), {
      impact: 'Pages of group operations were given up: their operations do not end.',
      section: 'attach-dead-letters',
    });
    this.atOnce('CleanupDeadLetters', deadLetters(events.work.deadLetterQueue), {
      impact: 'Events were not understood or could not be processed: the tree differs from its source.',
      section: 'cleanup-dead-letters',
    });
    this.atOnce('StatusDeadLetters', deadLetters(scans.work.deadLetterQueue), {
      impact:
        'Ends of scans were not understood or could not be recorded: statuses are older than they seem.',
      section: 'status-dead-letters',
    });
    this.atOnce('OperationStalled', ourMetric(METRICS.operationStalled, 'janitor'), {
      impact: 'An operation makes no progress although its pages were sent again.',
      section: 'operation-stalled',
    });
    for (const name of FUNCTIONS) {
      this.atOnce(`BrokenChain-${name}`, ourMetric(METRICS.brokenChain, name), {
        impact: 'A node is in a cycle or too deep: everything below it is hidden and refuses changes.',
        section: 'broken-chain',
      });
    }
    // One bad minute is made up for by the next.
    this.alarm('JanitorFails', pipeline.janitor.metricErrors({ period: PERIOD, statistic: Stats.SUM }), 5, {
      impact: 'Nothing sends lost pages again and nothing notices stalled operations.',
      section: 'janitor-fails',
    });
  }

  private atOnce(id: string, metric: Metric, text: AlarmText): void {
    this.alarm(id, metric, 1, text);
  }

  private alarm(id: string, metric: Metric, evaluationPeriods: number, { impact, section }: AlarmText): void {
    new Alarm(this, id, {
      alarmDescription: `${impact} See docs/runbook.md#${section}`,
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

function deadLetters(queue: BulkPipeline['work']['deadLetterQueue']): Metric {
  return queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: Stats.MAXIMUM });
}

/** Functions write metrics to their logs, with their own name as the only dimension. */
function ourMetric(metricName: string, service: FunctionName): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service },
    period: PERIOD,
    statistic: Stats.SUM,
  });
}
