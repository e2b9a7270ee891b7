import * as z from 'zod';
import type { FunctionName } from '../../../shared/names.ts';
import { target, type SynthesisedStack } from './stack.ts';

/** CloudFormation leaves out the list around a single value. */
export function oneOrMore<T>(schema: z.ZodType<T>): z.ZodType<T[]> {
  return z.union([z.array(schema), schema.transform((value) => [value])]);
}

/** Strict: a statement with a condition, a deny or `NotAction` is for a person to look at. */
const policySchema = z.object({
  Roles: z.array(z.unknown()),
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.literal('Allow'),
        Action: oneOrMore(z.string()),
        Resource: oneOrMore(z.unknown()),
      }),
    ),
  }),
});

/**
 * What a function may do: resource → actions, queues by their name and the others by their type. Throws if a
 * statement is about anything but a resource of the stack.
 */
export function grants(stack: SynthesisedStack, name: FunctionName): Record<string, string[]> {
  const fn = stack.ofType('AWS::Lambda::Function').find((each) => each.name === name);
  const role = target(stack, fn?.properties['Role']);
  const statements = stack
    .ofType('AWS::IAM::Policy')
    .map(({ properties }) => policySchema.parse(properties))
    .filter(({ Roles }) => Roles.some((reference) => target(stack, reference) === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const granted: Record<string, string[]> = {};
  for (const { Action, Resource } of statements) {
    for (const resource of Resource.map((reference) => target(stack, reference))) {
      const key = resource.name ?? resource.type;
      granted[key] = [...(granted[key] ?? []), ...Action].toSorted();
    }
  }
  return granted;
}
