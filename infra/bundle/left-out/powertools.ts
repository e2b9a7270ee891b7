import type { LeftOut } from './left-out.ts';

/** We log lines, and write metrics when an invocation ends; nothing is decorated, buffered or carried from one line to the next. */
export const POWERTOOLS: readonly LeftOut[] = [
  {
    module: '@aws-lambda-powertools/logger/lib/esm/Logger.js',
    because: 'details come with each line, and lines are written at once',
    parts: [
      ...[
        'addContext',
        'addPersistentLogAttributes',
        'appendKeys',
        'createChild',
        'createLogger',
        'critical',
      ],
      ...['getLevelName', 'getLogEvent', 'getPersistentLogAttributes', 'injectLambdaContext'],
      ...['injectLambdaContextAfterOrOnError', 'injectLambdaContextBefore', 'logEventIfEnabled'],
      ...[
        'refreshSampleRateCalculation',
        'removeKeys',
        'removePersistentKeys',
        'removePersistentLogAttributes',
      ],
      ...['resetKeys', 'setPersistentLogAttributes', 'persistentLogAttributes', 'shouldLogEvent', 'trace'],
      ...['bufferLogItem', 'flushBuffer', 'clearBuffer', 'setCorrelationId', 'getCorrelationId'],
    ].map((name) => `Logger.${name}`),
  },
  {
    module: '@aws-lambda-powertools/logger/lib/esm/logBuffer.js',
    because: 'lines are written at once',
  },
  {
    module: '@aws-lambda-powertools/metrics/lib/esm/Metrics.js',
    because: 'all metrics have the same dimensions, and the time at which they are written',
    parts: [
      ...['addDimension', 'addDimensions', 'addMetadata', 'captureColdStartMetric', 'clearDefaultDimensions'],
      ...['logMetrics', 'setTimestamp', '#validateEmfTimestamp', 'setThrowOnEmptyMetrics'],
    ].map((name) => `Metrics.${name}`),
  },
];
