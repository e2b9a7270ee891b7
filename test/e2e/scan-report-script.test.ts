import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Ran, ranTo } from './support/command-line.ts';
import { shell } from './support/command.ts';
import { groupGid, operationsOf, profileGid } from './support/operations.ts';
import { shared } from './support/shared-stack.ts';
import { plantTree } from './support/tree.ts';

const text = await readFile(new URL('../../docs/statuses.md', import.meta.url), 'utf8');
const script = /^```sh\n(.*?CI_JOB_STATUS.*?)^```$/ms.exec(text)?.[1] ?? '';

// Whoever runs pipelines has curl; whoever runs these tests may not.
const hasCurl = spawnSync('curl', ['--version']).status === 0;

const counted = z.object({
  project: z.object({ scanProfileStatuses: z.array(z.object({ consecutiveFailureCount: z.number() })) }),
});

it.skipIf(!hasCurl)(
  'the script of the documentation reports a scan, and ends with an error where it was refused',
  async () => {
    const owner = operationsOf(shared, 'script-owner');
    const tree = await plantTree(shared, {
      projects: ['script/held/one', 'script/two'],
      members: { 'script-owner': { script: 50 } },
    });
    await owner.run('attachSecurityScanProfile', {
      securityScanProfileId: profileGid('sast'),
      groupIds: [groupGid(tree.groups.get('script/held'))],
    });
    const pipeline = {
      SCAN_PROFILES_URL: shared.file.graphqlUrl,
      SCAN_PROFILES_TOKEN: await shared.token('script-owner'),
      CI_PROJECT_ID: String(tree.projects.get('script/held/one')),
      CI_PIPELINE_ID: '1',
      CI_PIPELINE_SOURCE: 'push',
      CI_COMMIT_BRANCH: 'main',
      CI_DEFAULT_BRANCH: 'main',
      CI_JOB_STATUS: 'success',
    };
    const ran = async (more: Partial<typeof pipeline> = {}): Promise<Ran> =>
      ranTo(shell(script, { ...pipeline, ...more }));

    const failed = await ran({ CI_JOB_STATUS: 'failed' });
    expect(failed).toMatchObject({ code: 0, data: expect.stringContaining('"status":"WARNING"') });
    const request = { CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_BRANCH: '' };
    expect(await ran({ ...request, CI_JOB_STATUS: 'failed' })).toMatchObject({ code: 0 });
    // Of one pipeline, and yet another scan: it has another trigger.
    const { project } = await owner.ask(
      counted,
      '{ project(fullPath: "script/held/one") { scanProfileStatuses { consecutiveFailureCount } } }',
    );
    expect(project.scanProfileStatuses).toEqual([{ consecutiveFailureCount: 2 }]);
    expect(await ran({ CI_COMMIT_BRANCH: 'topic' })).toEqual({ code: 0, data: '', all: '' });

    const nothingAttached = await ran({ CI_PROJECT_ID: String(tree.projects.get('script/two')) });
    expect(nothingAttached).toMatchObject({ code: 1, all: expect.stringContaining('Nothing was recorded') });
    const refused = await ran({ SCAN_PROFILES_TOKEN: 'spat-unknown' });
    expect(refused).toMatchObject({ code: 1, all: expect.stringContaining('The scan was not reported.') });
  },
);
