import * as z from 'zod';
import type { Client } from '../deployment/client.ts';

const valuesSchema = z.record(z.string(), z.json());

const detailsSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  scanType: z.string(),
  gitlabRecommended: z.boolean(),
  lockVersion: z.int().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** By type of trigger, the defaults included. */
  configuration: z.record(z.string(), valuesSchema),
  triggerSettings: z.array(z.object({ triggerType: z.string(), overrides: valuesSchema.nullable() })),
});

/** Everything about a profile. */
export type ProfileDetails = z.infer<typeof detailsSchema>;

export async function readDetails(client: Client, id: string): Promise<ProfileDetails> {
  const query = `query ($id: SecurityScanProfileID!) {
    securityScanProfile(id: $id) {
      id name description scanType gitlabRecommended lockVersion createdAt updatedAt configuration
      triggerSettings { triggerType overrides }
    }
  }`;
  return (await client.read(z.object({ securityScanProfile: detailsSchema }), query, { id }))
    .securityScanProfile;
}
