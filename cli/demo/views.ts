import type { Caller, Reply } from './api.ts';
import { type DemoProject, holdsSecretDetection, projectAt } from './projects.ts';
import type { Stage } from './stage.ts';

const ACCESS_ERROR = "does not exist or you don't have permission";

/** What those see, and may do, who are less than a maintainer. */
export async function views(
  stage: Stage,
  groupPath: string,
  projects: readonly DemoProject[],
): Promise<void> {
  const { say, checklist } = stage;
  const [project] = projects.slice(Math.floor(projects.length / 2));
  if (!project) throw new Error(`${groupPath} has no projects`);
  say(`\n3. ${project.fullPath}, as others see it`);

  const seen = await projectAt(await stage.as('developer'), project.fullPath);
  checklist.check('a developer sees its profiles', seen !== undefined && holdsSecretDetection(seen));

  const reporter = await stage.as('reporter');
  const { data, errors } = await profilesOf(reporter, project.fullPath);
  const isForbidden = errors.length === 1 && errors[0]?.extensions?.code === 'FORBIDDEN';
  const shown = JSON.stringify(data).includes('"attachedSecurityScanProfiles":null');
  checklist.check('a reporter sees it, and not its profiles', isForbidden && shown, errors[0]?.message);

  const outsider = await stage.as('outsider');
  const hidden = await outsider.send(
    `{ group(fullPath: "${groupPath}") { id } project(fullPath: "${project.fullPath}") { id } }`,
  );
  const nothing = JSON.stringify(hidden.data) === JSON.stringify({ group: null, project: null });
  checklist.check('an outsider sees nothing', nothing && hidden.errors.length === 0);

  for (const user of ['developer', 'outsider']) {
    const refused = await tryToAttach(await stage.as(user), project.id);
    checklist.check(`the ${user} may not attach`, refused.errors[0]?.message.includes(ACCESS_ERROR) === true);
  }
  const { status } = await stage.anonymous.send('{ currentUser { id } }');
  checklist.check('without a token nothing is answered', status === 401, `HTTP ${status}`);
}

async function profilesOf(caller: Caller, fullPath: string): Promise<Reply> {
  const query = `query ($fullPath: ID!) { project(fullPath: $fullPath) { id attachedSecurityScanProfiles { name } } }`;
  return caller.send(query, { fullPath });
}

async function tryToAttach(caller: Caller, projectId: string): Promise<Reply> {
  const mutation = `mutation ($projectIds: [ProjectID!]) {
    attachSecurityScanProfile(input: {
      securityScanProfileId: "gid://gitlab/Security::ScanProfile/secret_detection", projectIds: $projectIds
    }) { errors }
  }`;
  return caller.send(mutation, { projectIds: [projectId] });
}
