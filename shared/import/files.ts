import { stat } from 'node:fs/promises';
import { nodeKey } from '../domain/node.ts';
import { type BadLine, noRecords, readRecords, type Records } from './read-records.ts';
import {
  groupLine,
  memberKey,
  memberLine,
  type MemberRecord,
  type NodeRecord,
  projectLine,
} from './records.ts';
import { wavesOf } from './waves.ts';

/** Paths of NDJSON files, plain or gzipped, and the time (epoch milliseconds) as of which they hold. */
export interface ImportFiles {
  readonly groups: string;
  readonly projects: string;
  readonly members?: string | undefined;
  /** For each file that has none: when it was last changed. */
  readonly asOf?: number | undefined;
}

/** What the files say, as far as it can be understood. */
export interface ImportContent {
  /** By level: parents before children. */
  readonly groups: readonly (readonly NodeRecord[])[];
  readonly projects: readonly NodeRecord[];
  readonly members: readonly MemberRecord[];
  readonly asOf: { readonly group: number; readonly project: number; readonly member: number | undefined };
  readonly has: (key: string) => boolean;
  readonly badLines: number;
}

/** Reads the files. Throws where one of them cannot be opened. */
export async function readFiles(
  { groups: groupFile, projects: projectFile, members: memberFile, asOf }: ImportFiles,
  onBadLine: (bad: BadLine) => void,
  onLine: () => void,
): Promise<ImportContent> {
  const changedAt = async (file: string): Promise<number> => asOf ?? wholeSecond((await stat(file)).mtimeMs);
  const [group, project, member] = await Promise.all([
    changedAt(groupFile),
    changedAt(projectFile),
    memberFile === undefined ? undefined : changedAt(memberFile),
  ]);
  let badLines = 0;
  const report = (bad: BadLine): void => {
    badLines += 1;
    onBadLine(bad);
  };
  const groups = await readRecords({ file: groupFile, schema: groupLine, keyOf: nodeKey }, report, onLine);
  const waves = sortGroups(groupFile, groups, report);
  const projects = await readRecords(
    { file: projectFile, schema: projectLine, keyOf: nodeKey },
    report,
    onLine,
  );
  const members =
    memberFile === undefined
      ? noRecords<MemberRecord>()
      : await readRecords({ file: memberFile, schema: memberLine, keyOf: memberKey }, report, onLine);
  return {
    groups: waves,
    projects: [...projects.values()].map(({ record }) => record),
    members: [...members.values()].map(({ record }) => record),
    asOf: { group, project, member },
    has: (key) => groups.has(key) || projects.has(key) || members.has(key),
    badLines,
  };
}

function sortGroups(
  file: string,
  records: Records<NodeRecord>,
  report: (bad: BadLine) => void,
): readonly (readonly NodeRecord[])[] {
  const { waves, refused } = wavesOf(new Map([...records.values()].map(({ record }) => [record.id, record])));
  for (const { group, reason } of refused) {
    const line = records.get(nodeKey(group))?.line ?? 0;
    report({ file, line, reason: `group ${group.id} ${reason}` });
  }
  return waves;
}

/** Events without a time of their own carry whole seconds: one of the same second has to count as later. */
function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
