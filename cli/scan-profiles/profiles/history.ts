import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import { refuseAbsent } from '../operations/read.ts';
import { editLines } from './diff/render.ts';
import type { ProfileText } from './document/document.ts';

const versionSchema = z.object({
  name: z.string(),
  description: z.string(),
  scanType: z.string(),
  triggers: z.array(z.string()),
  /** By type of trigger, the defaults included. */
  configuration: z.record(z.string(), z.record(z.string(), z.json())),
  lockVersion: z.int(),
});

const changeSchema = z.object({ before: versionSchema.nullable(), after: versionSchema.nullable() });

/** A profile before and after an operation; null where there was, or is, none. */
export type VersionChange = z.infer<typeof changeSchema>;

/** What an operation made of a profile; null where it is about attachments alone. */
export async function readVersionChange(client: Client, operationId: string): Promise<VersionChange | null> {
  const operation = z.object({ profileChange: changeSchema.nullable() });
  const fields = 'name description scanType triggers configuration lockVersion';
  const query = `query ($id: ID!) {
    securityScanProfileOperation(id: $id) { profileChange { before { ${fields} } after { ${fields} } } }
  }`;
  const schema = z.object({ securityScanProfileOperation: operation.nullable() });
  const answer = await client.read(schema, query, { id: operationId });
  return (answer.securityScanProfileOperation ?? refuseAbsent(operationId)).profileChange;
}

/** The same as lines of text. */
export function versionLines({ before, after }: VersionChange): readonly string[] {
  return editLines(before ? textOf(before) : undefined, after ? textOf(after) : undefined);
}

function textOf({ triggers, configuration, ...rest }: z.infer<typeof versionSchema>): ProfileText {
  return {
    ...rest,
    triggers: triggers.map((type) => {
      const values = configuration[type];
      return values ? { type, configuration: values } : { type };
    }),
  };
}
