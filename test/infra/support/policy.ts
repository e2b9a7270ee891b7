import * as z from 'zod';
import type { FunctionName } from '../../../shared/names.ts';
import { oneOrMore } from './grants.ts';
import { type Resource, type SynthesisedStack, target } from './stack.ts';

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Strict: what is not read here, such as a condition or `NotAction`, is for a person to look at. */
const policySchema = z.object({
  Roles: z.array(z.unknown()),
  PolicyDocument: z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.enum(['Allow', 'Deny']),
        Action: oneOrMore(z.string()),
        Resource: oneOrMore(z.unknown()),
      }),
    ),
  }),
});

const PLACE = 'us-east-1:111122223333';

/** The ARN that a resource of the template would have, its logical id standing for its name. */
export function arnOf({ type, logicalId }: Pick<Resource, 'type' | 'logicalId'>): string {
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:aws:dynamodb:${PLACE}:table/${logicalId}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${PLACE}:${logicalId}`;
    case 'AWS::Events::EventBus':
      return `arn:aws:events:${PLACE}:event-bus/${logicalId}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${PLACE}:log-group:${logicalId}:*`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${PLACE}:function:${logicalId}`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${PLACE}:${logicalId}`;
    default:
      return `arn:aws:${type}:${PLACE}:${logicalId}`;
  }
}

/** What the role of a function says, in all of its policies. */
export function statementsOf(stack: SynthesisedStack, name: FunctionName): readonly Statement[] {
  const fn = stack.ofType('AWS::Lambda::Function').find((each) => each.name === name);
  const role = target(stack, fn?.properties['Role']);
  return stack
    .ofType('AWS::IAM::Policy')
    .map(({ properties }) => policySchema.parse(properties))
    .filter(({ Roles }) => Roles.some((reference) => target(stack, reference) === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Effect, Action, Resource: resources }) => ({
      effect: Effect,
      actions: Action,
      resources: resources.map((reference) =>
        typeof reference === 'string' ? reference : arnOf(target(stack, reference)),
      ),
    }));
}

/** As IAM decides it: a deny wins, else an allow has to be there. */
export function allows(statements: readonly Statement[], action: string, resource: string): boolean {
  const applying = statements.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => matches(pattern, resource)),
  );
  return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow');
}

/** `*` stands for any text, `?` for one character. */
function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}
