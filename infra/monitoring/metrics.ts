import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { Duration } from 'aws-cdk-lib/core';
import { METRIC_NAMESPACE, type METRICS, type FunctionName } from '../../shared/names.ts';

export type OurMetric = (typeof METRICS)[keyof typeof METRICS];

/** What the functions ask of the table, under the names that CloudWatch knows it by. */
export const TABLE_OPERATIONS = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.SCAN,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_GET_ITEMS,
  Operation.TRANSACT_WRITE_ITEMS,
  Operation.BATCH_EXECUTE_STATEMENT,
];

export interface Reading {
  readonly period?: Duration;
  readonly statistic?: string;
}

/** Functions write metrics to their logs, with their own name as the only dimension. */
export function ourMetric(metricName: OurMetric, service: FunctionName, reading: Reading = {}): Metric {
  const { period = Duration.minutes(1), statistic = Stats.SUM } = reading;
  const dimensionsMap = { service };
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, dimensionsMap, period, statistic });
}
