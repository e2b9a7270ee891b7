import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { GRAPHQL_PATHS, OUTPUTS } from '../shared/names.ts';
import { Api } from './api.ts';
import { BulkPipeline } from './bulk-pipeline.ts';
import { Bus } from './bus.ts';
import { Monitoring } from './monitoring/monitoring.ts';
import type { FunctionDefaults } from './product-function.ts';
import { ScanReports } from './scan-reports.ts';
import type { Settings } from './settings.ts';
import { Sweep } from './sweep.ts';
import { Table } from './table.ts';
import { TokenVerification } from './token-verification.ts';
import { TransferEvents } from './transfer-events.ts';

interface ScanProfilesProps {
  settings: Settings;
  /** Where the bundles are, a folder a function. */
  codeDirectory: string;
}

/** The whole product: one stack, one construct a subsystem. */
export class ScanProfiles extends Stack {
  constructor(scope: Construct, id: string, { settings, codeDirectory }: ScanProfilesProps) {
    super(scope, id, { description: 'Security scan profiles for a tree of groups and projects' });
    const removalPolicy = settings.removalPolicy === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const defaults: FunctionDefaults = { codeDirectory, removalPolicy };

    const table = new Table(this, 'Table', { removalPolicy, restored: settings.restoredTable });
    const bus = new Bus(this, 'Bus');
    const pipeline = new BulkPipeline(this, 'BulkPipeline', {
      ...defaults,
      table,
      bus,
      maximumConcurrency: settings.maximumConcurrency,
    });
    const tokens = new TokenVerification(this, settings);
    const api = new Api(this, 'Api', { ...defaults, table, pipeline, tokens, gitlabUrl: settings.gitlabUrl });
    const events = new TransferEvents(this, 'TransferEvents', { ...defaults, bus, table, pipeline });
    const scans = new ScanReports(this, 'ScanReports', { ...defaults, bus, table });
    const sweep = new Sweep(this, 'Sweep', { ...defaults, table, pipeline });
    const functions = {
      graphql: api.graphql,
      rest: api.rest,
      'attach-worker': pipeline.worker,
      'cleanup-worker': events.worker,
      'status-worker': scans.worker,
      janitor: pipeline.janitor,
      sweep: sweep.function,
    };
    const queues = [pipeline.work, events.work, scans.work];
    const watched = { api, table, functions, queues };
    const monitoring = new Monitoring(this, 'Monitoring', watched, settings);

    const outputs = {
      [OUTPUTS.apiUrl]: `${api.url}${GRAPHQL_PATHS[0]}`,
      [OUTPUTS.tableName]: table.tableName,
      [OUTPUTS.eventBusName]: bus.bus.eventBusName,
      [OUTPUTS.attachQueueUrl]: pipeline.work.queue.queueUrl,
      [OUTPUTS.attachDeadLetterQueueUrl]: pipeline.work.deadLetterQueue.queueUrl,
      [OUTPUTS.cleanupQueueUrl]: events.work.queue.queueUrl,
      [OUTPUTS.cleanupDeadLetterQueueUrl]: events.work.deadLetterQueue.queueUrl,
      [OUTPUTS.statusQueueUrl]: scans.work.queue.queueUrl,
      [OUTPUTS.statusDeadLetterQueueUrl]: scans.work.deadLetterQueue.queueUrl,
      [OUTPUTS.alarmTopicArn]: monitoring.topicArn,
      [OUTPUTS.dashboardName]: monitoring.dashboardName,
    } satisfies Record<(typeof OUTPUTS)[keyof typeof OUTPUTS], string>;
    for (const [id, value] of Object.entries(outputs)) new CfnOutput(this, id, { value });
  }
}
