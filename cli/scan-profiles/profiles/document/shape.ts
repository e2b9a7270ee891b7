import * as z from 'zod';
import { API_VERSION } from './document.ts';
import type { Problem } from './problem.ts';

const text = z.string({ error: ({ input }) => needed(input, 'a text') });

const trigger = strict({
  type: text,
  configuration: z
    .record(z.string(), z.json(), {
      error: ({ input }) => needed(input, 'an object'),
    })
    .nullish(),
});

const profile = strict({
  scanType: text,
  name: text,
  description: text.default(''),
  triggers: z.array(trigger, { error: ({ input }) => needed(input, 'a list') }),
});

const document = strict({
  apiVersion: z.literal(API_VERSION, { error: ({ input }) => needed(input, String(API_VERSION)) }),
  group: text.optional(),
  profiles: z.array(profile, { error: ({ input }) => needed(input, 'a list') }),
});

/** A document as it was written: scan types, triggers and configurations can still be any. */
export type Shaped = z.infer<typeof document>;
export type ShapedProfile = Shaped['profiles'][number];

export interface Shape {
  /** Undefined where there are problems. */
  readonly document: Shaped | undefined;
  /** In the order of the file; undefined where one is not of the shape of a profile. */
  readonly profiles: readonly (ShapedProfile | undefined)[];
  readonly problems: readonly Problem[];
}

/** Reads what stands in a file as a document, and as much of it as there is where it is none. */
export function shapeOf(value: unknown): Shape {
  const { data, error } = document.safeParse(value, { error: ofJson });
  return {
    document: data,
    profiles: data?.profiles ?? listed.parse(value).profiles.map((each) => profile.safeParse(each).data),
    problems: error?.issues.flatMap(problemsOf) ?? [],
  };
}

/** What stands in the list of profiles, if there is one. */
const listed = z.object({ profiles: z.array(z.unknown()).catch([]) }).catch({ profiles: [] });

/** Of what the schema of JSON refuses, such as the bytes that YAML can hold. */
function ofJson({ code }: z.core.$ZodRawIssue): string | undefined {
  return code === 'invalid_union' ? 'must be what JSON can hold' : undefined;
}

function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], reason: issue.message }));
}

function strict<Members extends z.core.$ZodLooseShape>(
  members: Members,
): z.ZodObject<Members, z.core.$strict> {
  const known = Object.keys(members).join(', ');
  return z.strictObject(members, {
    error: ({ code, input }) =>
      code === 'unrecognized_keys'
        ? `is unknown here: known are ${known}`
        : needed(input, `an object with ${known}`),
  });
}

function needed(input: unknown, what: string): string {
  return input === undefined ? 'is missing' : `must be ${what}`;
}
