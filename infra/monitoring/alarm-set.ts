import {
  Alarm,
  ComparisonOperator,
  type IAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface AlarmPlan {
  readonly metric: IMetric;
  /** What is broken for whom while the alarm is on. */
  readonly impact: string;
  /** Section of the runbook. */
  readonly section: string;
  /** 1 unless said. On as soon as the metric is as high as that. */
  readonly threshold?: number;
  /** Periods in a row that have to be as bad; 1 unless said. */
  readonly periods?: number;
}

/** Alarms that tell a topic when they begin and when they end, and a person what to read. */
export class AlarmSet extends Construct {
  readonly all: IAlarm[] = [];
  private readonly topic: ITopic;
  private readonly runbook: string;

  /** `runbook` is where people read it: a URL, or the path of the file. */
  constructor(scope: Construct, id: string, topic: ITopic, runbook: string) {
    super(scope, id);
    this.topic = topic;
    this.runbook = runbook;
  }

  /** Where nothing was counted, all was well. */
  protected add(id: string, { metric, impact, section, threshold = 1, periods = 1 }: AlarmPlan): void {
    this.alarm(
      id,
      { impact, section },
      {
        metric,
        threshold,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      },
    );
  }

  /** On where there is nothing to be counted any more. */
  protected silence(
    id: string,
    metric: IMetric,
    { impact, section, periods = 1 }: Omit<AlarmPlan, 'metric'>,
  ): void {
    this.alarm(
      id,
      { impact, section },
      {
        metric,
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.BREACHING,
      },
    );
  }

  private alarm(
    id: string,
    { impact, section }: Pick<AlarmPlan, 'impact' | 'section'>,
    props: ConstructorParameters<typeof Alarm>[2],
  ): void {
    const alarmDescription = `${impact} See ${this.runbook}#${section}`;
    const alarm = new Alarm(this, id, { ...props, alarmDescription });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.all.push(alarm);
  }
}
