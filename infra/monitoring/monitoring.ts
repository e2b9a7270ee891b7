import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { Alarms } from './alarms.ts';
import { OnCallDashboard } from './dashboard.ts';
import type { Watched } from './watched.ts';

/** The file of which every clone has one. */
const RUNBOOK = 'docs/runbook.md';

/** How it is learned that something is wrong: alarms, where they go, and one page to look at. */
export class Monitoring extends Construct {
  readonly topicArn: string;
  readonly dashboardName: string;

  constructor(
    scope: Construct,
    id: string,
    watched: Watched,
    { alarmEmail, runbookUrl = RUNBOOK }: Pick<Settings, 'alarmEmail' | 'runbookUrl'>,
  ) {
    super(scope, id);
    const { topic } = new AlarmTopic(this, 'AlarmTopic', { email: alarmEmail });
    const alarms = new Alarms(this, 'Alarms', watched, topic, runbookUrl);
    const { dashboard } = new OnCallDashboard(this, 'OnCall', watched, alarms.all, runbookUrl);
    this.topicArn = topic.topicArn;
    this.dashboardName = dashboard.dashboardName;
  }
}
