import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE } from '../../names.ts';
import type { Log, Unit } from '../environment.ts';
import { describeError } from './describe-error.ts';
import { redact } from './redact.ts';

/** The log of a deployed function. Lines are written at once; what is counted is kept for `flush`. */
export interface FunctionLog extends Log {
  /** Writes everything that was counted and measured since the last time, in one line, if there was anything. */
  flush(): void;
}

type Details = Readonly<Record<string, unknown>>;

const UNITS: Record<Unit, (typeof MetricUnit)[keyof typeof MetricUnit]> = {
  Milliseconds: MetricUnit.Milliseconds,
  Seconds: MetricUnit.Seconds,
  Count: MetricUnit.Count,
};

/** JSON lines and metrics on the standard output, as CloudWatch takes them, under the name of the function. */
export function powertoolsLog(serviceName: string): FunctionLog {
  const logger = new Logger({ serviceName, jsonReplacerFn: redact });
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName });
  const flush = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  // What a line carries is a value that is handed on, not a state of the logger: nothing is left for the next request.
  const about = (carried: Details): FunctionLog => {
    const line = (details: Details = {}): Record<string, unknown> => {
      const { error, ...others } = { ...carried, ...details };
      return error === undefined ? others : { ...others, error: describeError(error) };
    };
    return {
      info: (message, details) => logger.info(message, line(details)),
      warn: (message, details) => logger.warn(message, line(details)),
      error: (message, details) => logger.error(message, line(details)),
      about: (keys) => about({ ...carried, ...keys }),
      count(metric, value = 1) {
        metrics.addMetric(metric, MetricUnit.Count, value);
      },
      measure(metric, value, unit) {
        metrics.addMetric(metric, UNITS[unit], value);
      },
      flush,
    };
  };
  return about({});
}
