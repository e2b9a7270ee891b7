import { expect, it } from 'vitest';
import type * as z from 'zod';
import { SAMPLE_FILES } from '../../../local/sample/files.ts';
import { linesOf } from '../../../shared/import/lines.ts';
import { groupLine, memberLine, projectLine } from '../../../shared/import/records.ts';

async function recordsOf<Record>(path: string, schema: z.ZodType<Record>): Promise<readonly Record[]> {
  const records: Record[] = [];
  for await (const line of linesOf(path)) {
    if (!('text' in line)) throw new Error(line.problem);
    records.push(schema.parse(JSON.parse(line.text)));
  }
  return records;
}

it('the sample is whole: every line is understood, and everything has its place', async () => {
  const groups = await recordsOf(SAMPLE_FILES.groups, groupLine);
  const projects = await recordsOf(SAMPLE_FILES.projects, projectLine);
  const members = await recordsOf(SAMPLE_FILES.members, memberLine);
  expect([groups.length, projects.length]).toEqual([406, 35_566]);
  const known = new Set([null, ...groups.map(({ id }) => id)]);
  expect([...groups, ...projects].filter(({ parentId }) => !known.has(parentId))).toEqual([]);
  expect(members.filter(({ ref }) => ref.kind === 'project' || !known.has(ref.id))).toEqual([]);
  for (const nodes of [groups, projects])
    expect(new Set(nodes.map(({ parentId, slug }) => `${parentId}/${slug.toLowerCase()}`)).size).toBe(
      nodes.length,
    );
});
