import * as z from 'zod';
import { attach, totalsText, watch } from './operations.ts';
import { allProjects, type DemoProject, holdsSecretDetection } from './projects.ts';
import type { Stage } from './stage.ts';
import { transfer } from './transfer.ts';
import { views } from './views.ts';

const GROUP = 'perl-team';

/** Plays the whole tour. Throws where it cannot go on; what does not hold is in the checklist. */
export async function tour(stage: Stage): Promise<void> {
  const projects = await look(stage);
  await attachToAll(stage, projects.length);
  await views(stage, GROUP, projects);
  await transfer(stage, projects);
}

async function look(stage: Stage): Promise<readonly DemoProject[]> {
  const { say, checklist } = stage;
  const maintainer = await stage.as('maintainer');
  say(`\n1. The group ${GROUP}, as its maintainer sees it`);
  const schema = z.object({
    group: z
      .object({
        id: z.string(),
        subgroups: z.object({ nodes: z.array(z.object({ fullPath: z.string() })) }),
        availableSecurityScanProfiles: z.array(z.object({ id: z.string(), name: z.string() })),
      })
      .nullable(),
  });
  const query = `query ($fullPath: ID!) {
    group(fullPath: $fullPath) {
      id subgroups(first: 100) { nodes { fullPath } } availableSecurityScanProfiles { id name }
    }
  }`;
  const { group } = await maintainer.ask(schema, query, { fullPath: GROUP });
  if (!group) throw new Error(`there is no ${GROUP} here: the tour needs the sample tree`);
  for (const { fullPath } of group.subgroups.nodes) say(`   ${fullPath}/`);
  for (const { id, name } of group.availableSecurityScanProfiles) say(`   to attach: ${name} (${id})`);
  const names = group.availableSecurityScanProfiles.map(({ name }) => name);
  checklist.check(
    'Secret Detection can be attached',
    names.some((name) => name.startsWith('Secret Detection')),
  );
  const projects = await allProjects(stage, maintainer, GROUP, '   projects');
  checklist.check(
    'the group has projects on several levels',
    levelsOf(projects) > 1,
    `${projects.length} projects`,
  );
  return projects;
}

function levelsOf(projects: readonly DemoProject[]): number {
  return new Set(projects.map(({ fullPath }) => fullPath.split('/').length)).size;
}

async function attachToAll(stage: Stage, expected: number): Promise<void> {
  const { say, checklist } = stage;
  const maintainer = await stage.as('maintainer');
  say(`\n2. Secret Detection on all of it, with one mutation`);
  const schema = z.object({ group: z.object({ id: z.string() }) });
  const { group } = await maintainer.ask(schema, `{ group(fullPath: "${GROUP}") { id } }`);
  const startedAt = performance.now();
  const { id } = await attach(maintainer, { groupIds: [group.id] });
  say(`   operation ${id}, accepted after ${Math.round(performance.now() - startedAt)} ms`);
  const ended = await watch(stage, maintainer, id, expected);
  const seconds = (performance.now() - startedAt) / 1000;
  const { projects, applied, unchanged } = ended.totals;
  checklist.check('the operation succeeds', ended.status === 'SUCCEEDED', totalsText(ended));
  checklist.check(
    'it decides every project, each once',
    projects === expected && applied + unchanged === expected,
    `${projects} of ${expected} in ${seconds.toFixed(1)} s, ${Math.round(projects / seconds)} a second`,
  );
  const after = await allProjects(stage, maintainer, GROUP, '   looked at');
  const holding = after.filter(holdsSecretDetection).length;
  checklist.check(
    'every project shows the profile',
    holding === after.length,
    `${holding} of ${after.length}`,
  );
  const triggers = new Set(
    after.flatMap(({ attachedSecurityScanProfiles: profiles }) =>
      profiles
        .filter(({ scanType }) => scanType === 'SECRET_DETECTION')
        .map((profile) => profile.triggers.join(' ')),
    ),
  );
  const [found = ''] = triggers;
  checklist.check('with its three triggers', triggers.size === 1 && found.split(' ').length === 3, found);
}
