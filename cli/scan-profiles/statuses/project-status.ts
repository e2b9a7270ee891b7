import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import type { Columns } from '../output/column.ts';
import { timeText } from '../output/plain.ts';
import { shortId } from '../profiles/profile.ts';
import { refuseMissing } from '../targets/resolve.ts';

const statusSchema = z.object({
  scanProfile: z.object({ id: z.string(), name: z.string(), scanType: z.string() }),
  status: z.string(),
  consecutiveFailureCount: z.int(),
  consecutiveSuccessCount: z.int(),
  lastScanAt: z.string().nullable(),
  buildId: z.string().nullable(),
});

/** What the scans of a project say about a profile that is attached to it. */
export type ProfileStatus = z.infer<typeof statusSchema>;

/** The statuses of a project, one for each attached profile. Refuses where nothing is at the path. */
export async function readStatuses(client: Client, fullPath: string): Promise<readonly ProfileStatus[]> {
  const project = z.object({ scanProfileStatuses: z.array(statusSchema) });
  const query = `query ($fullPath: ID!) {
    project(fullPath: $fullPath) {
      scanProfileStatuses {
        scanProfile { id name scanType } status consecutiveFailureCount consecutiveSuccessCount lastScanAt buildId
      }
    }
  }`;
  const answer = await client.read(z.object({ project: project.nullable() }), query, { fullPath });
  return (answer.project ?? refuseMissing([fullPath])).scanProfileStatuses;
}

export const STATUS_TEXT: Columns<ProfileStatus> = {
  Profile: ({ scanProfile }) => shortId(scanProfile.id),
  Name: ({ scanProfile }) => scanProfile.name,
  'Scan type': ({ scanProfile }) => scanProfile.scanType,
  Status: ({ status }) => status,
  Failures: ({ consecutiveFailureCount }) => consecutiveFailureCount,
  Successes: ({ consecutiveSuccessCount }) => consecutiveSuccessCount,
  'Last scan': ({ lastScanAt }) => (lastScanAt === null ? null : timeText(lastScanAt)),
  Build: ({ buildId }) => buildId,
};

export const STATUS_CSV: Columns<ProfileStatus> = {
  profileId: ({ scanProfile }) => scanProfile.id,
  profileName: ({ scanProfile }) => scanProfile.name,
  scanType: ({ scanProfile }) => scanProfile.scanType,
  status: ({ status }) => status,
  consecutiveFailureCount: ({ consecutiveFailureCount }) => consecutiveFailureCount,
  consecutiveSuccessCount: ({ consecutiveSuccessCount }) => consecutiveSuccessCount,
  lastScanAt: ({ lastScanAt }) => lastScanAt,
  buildId: ({ buildId }) => buildId,
};
