/**
 * What a deployment may choose, read from the CDK context (`-c KEY=VALUE`, or `context` in `cdk.json`):
 *
 * | Key | Value | Default |
 * |---|---|---|
 * | `issuer` | URL of the OpenID Connect issuer of the callers' tokens, exactly as in their `iss` | the CloudFormation parameter `Issuer`, which has to be given on deploy |
 * | `audience` | `aud` that tokens have to name | the CloudFormation parameter `Audience`, likewise |
 * | `gitlabUrl` | URL of the GitLab whose tree this is: `web_url` of projects in REST answers begins with it | the address that a request came to |
 * | `alarmEmail` | e-mail address that alarms are sent to, once its owner has confirmed it | none: alarms go to the topic of the output `AlarmTopicArn` alone |
 * | `runbookUrl` | URL under which people read `docs/runbook.md`: alarms link their section of it | alarms name that file |
 * | `removalPolicy` | `retain` or `destroy`: what becomes of the table and the logs with the stack; `destroy` lifts deletion protection too | `retain` |
 * | `restoredTable` | name of a table that was restored from a backup, see `docs/runbook.md`: the stack uses it in place of its own, which is left where it is | the stack's own table |
 * | `maximumConcurrency` | 2 to 1000: how many pages of group operations run at once. Protects the table, and the bill | 10 |
 */
import * as z from 'zod';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Keys are fetched over the network: only the local stack, on this machine, may do that without TLS. */
function isSafe(issuer: string): boolean {
  const url = URL.parse(issuer);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
}

const settingsSchema = z.object({
  gitlabUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  issuer: z.string().refine(isSafe, 'must be an https:// URL').optional(),
  alarmEmail: z.email('must be an e-mail address').optional(),
  runbookUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .max(500, 'must have at most 500 characters, as alarms take no more than 1024')
    .refine((url) => !url.includes('#'), 'must not have a "#": the section is appended')
    .optional(),
  audience: z.string().min(1, 'must not be empty').optional(),
  removalPolicy: z.enum(['retain', 'destroy'], 'must be "retain" or "destroy"').default('retain'),
  restoredTable: z
    .string()
    .regex(/^[\w.-]{3,255}$/, 'must be the name of a DynamoDB table')
    .optional(),
  maximumConcurrency: z
    .union([z.int(), z.string().regex(/^\d+$/).transform(Number)], 'must be a whole number')
    .refine((value) => value >= 2 && value <= 1000, 'must be from 2 to 1000, as AWS Lambda wants it')
    .default(10),
});

export type Settings = z.infer<typeof settingsSchema>;

/** One line a problem, each naming the context key. */
export type ReadSettings = { kind: 'valid'; settings: Settings } | { kind: 'invalid'; problems: string[] };

/** Reads and checks the settings. `context` answers `undefined` for a key that is not set. */
export function readSettings(context: (key: string) => unknown): ReadSettings {
  const keys = Object.keys(settingsSchema.shape);
  const parsed = settingsSchema.safeParse(Object.fromEntries(keys.map((key) => [key, context(key)])));
  if (parsed.success) return { kind: 'valid', settings: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    return `Context "${key}" ${message}, but is ${JSON.stringify(context(key))}. Set it with -c ${key}=VALUE.`;
  });
  return { kind: 'invalid', problems };
}
