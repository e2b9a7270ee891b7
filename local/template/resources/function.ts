import * as z from 'zod';
import { inert } from './inert.ts';

/** `AWS::Lambda::Function`, made from a folder with an ECMAScript module. */
export const functionSchema = z
  .strictObject({
    FunctionName: z.string().optional(),
    Code: z.object({ S3Key: z.string() }),
    Handler: z.string().regex(/^[\w/-]+\.\w+$/, 'must be FILE.EXPORT'),
    Runtime: z.literal('nodejs24.x'),
    /** Seconds. */
    Timeout: z.int().min(1).max(900).default(3),
    /** Megabytes. */
    MemorySize: z.int().min(128).default(128),
    Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
    ...inert('Architectures', 'Description', 'LoggingConfig', 'Role', 'Tags', 'TracingConfig'),
  })
  .transform((fn) => ({
    assetKey: fn.Code.S3Key,
    handler: fn.Handler,
    timeoutSeconds: fn.Timeout,
    memorySize: fn.MemorySize,
    variables: fn.Environment?.Variables ?? {},
  }));

export type FunctionPlan = Omit<z.infer<typeof functionSchema>, 'assetKey'> & {
  name: string;
  arn: string;
  /** Folder of the bundle. */
  directory: string;
};
