import { Refusal } from '../../../local/refusal.ts';
import type { Context } from '../commands/context.ts';
import { type ExitCode, Interruption } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import type { Accepted } from './change.ts';
import { exitCodeOf } from './exit-code.ts';
import { nextSteps } from './next-steps.ts';
import { hasEnded, type Operation } from './operation.ts';
import { present } from './present.ts';
import { readOperation } from './read.ts';
import { watch } from './watch.ts';

/** What follows a change that was asked for: watch it where that is wanted, show it, and say what can be done next. */
export async function conclude(
  context: Context,
  { errors, operation }: Accepted,
  isWatched: boolean,
): Promise<ExitCode> {
  if (!operation)
    throw new Refusal(errors.map(plain).join('\n') || 'The deployment refused it without a word.');
  for (const error of errors) context.say(plain(error));
  return showOperation(context, operation, isWatched);
}

/** Shows an operation, once it has ended where that is wanted. */
export async function showOperation(
  context: Context,
  operation: Operation,
  isWatched: boolean,
): Promise<ExitCode> {
  if (isWatched && !hasEnded(operation)) await follow(context, operation);
  const seen = isWatched ? await readOperation(context.client, operation.id) : operation;
  await present(context, seen);
  for (const step of nextSteps(seen, context.commandLine)) context.say(step);
  return exitCodeOf(seen);
}

/** Watches; whatever ends that before the operation has ended, the person learns that it goes on. */
export async function follow(context: Context, operation: Operation): Promise<void> {
  const { client, surroundings, say } = context;
  say(`Operation ${plain(operation.id)}`);
  try {
    await watch({ client, surroundings }, operation.id);
  } catch (error) {
    const steps = nextSteps(operation, context.commandLine);
    const advice = [`The operation ${plain(operation.id)} goes on.`, ...steps].join('\n');
    if (surroundings.signal.aborted) throw new Interruption(advice);
    throw error instanceof Refusal ? new Refusal(`${error.message}\n${advice}`) : error;
  }
}
