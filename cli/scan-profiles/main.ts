import { Refusal } from '../../local/refusal.ts';
import { isOutside } from '../outside-failure.ts';
import { type Arguments, readArguments, wordsOf } from './command-line/arguments.ts';
import { commandOf, findCommand } from './command-line/find-command.ts';
import { helpOf, overviewOf, PROGRAM, usageOf } from './command-line/help.ts';
import { formatOf } from './command-line/values.ts';
import { COMMANDS } from './commands/all.ts';
import type { Command, Plan } from './commands/command.ts';
import type { CommonContext, OperatorContext } from './commands/context.ts';
import { Client } from './deployment/client.ts';
import { findDeployment, isReadableOnTheWay } from './deployment/find.ts';
import { EXIT, type ExitCode, Interruption, Misuse } from './exit-codes.ts';
import { findResources } from './operator/resources.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs the command that was typed, and answers what to end with. Throws what is a bug. */
export async function main(typed: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { output, terminal, signal } = surroundings;
  const say = (text: string): void => void terminal.write(`${text}\n`);
  try {
    const read = readArguments(typed);
    const asked = findCommand(COMMANDS, read);
    if (asked.kind === 'SEVERAL') {
      if (!read.flag('help')) throw new Misuse('Name a command');
      await output.write(overviewOf(asked.commands));
      return EXIT.success;
    }
    const { command, args } = asked;
    if (args.flag('help')) {
      await output.write(helpOf(command));
      return EXIT.success;
    }
    return await run(command, args, surroundings);
  } catch (error) {
    if (signal.aborted) {
      say(error instanceof Interruption ? error.message : 'Interrupted.');
      return EXIT.interrupted;
    }
    if (error instanceof Misuse) {
      say(`${error.message}.\n\n${whatHelps(typed)}`);
      return EXIT.misuse;
    }
    if (!(error instanceof Refusal || isOutside(error))) throw error;
    say(error.message);
    return EXIT.failure;
  }
}

/** Where it is said how the command is meant. */
function whatHelps(typed: readonly string[]): string {
  const command = commandOf(COMMANDS, wordsOf(typed));
  if (!command) return `${PROGRAM} --help says what there is.`;
  return `Usage: ${usageOf(command)} [options]\n${PROGRAM} ${command.words.join(' ')} --help says more.`;
}

async function run(command: Command, args: Arguments, surroundings: Surroundings): Promise<ExitCode> {
  const common: CommonContext = {
    format: formatOf(args),
    surroundings,
    say: (line) => void surroundings.terminal.write(`${line}\n`),
    commandLine: (...words) => [PROGRAM, ...words, ...whereOf(args)].join(' '),
  };
  return command.asks === 'AWS'
    ? runAsOperator(command.plan(args), args, common)
    : runAsUser(command.plan(args), args, common);
}

async function runAsUser(plan: Plan, args: Arguments, common: CommonContext): Promise<ExitCode> {
  const { surroundings, say } = common;
  const { url, token } = await findDeployment(args, surroundings.environment);
  if (isReadableOnTheWay(url)) say(`The token goes to ${url} unencrypted: https:// would protect it.`);
  return plan({ ...common, client: new Client({ url, token }, surroundings) });
}

async function runAsOperator(
  plan: Plan<OperatorContext>,
  args: Arguments,
  common: CommonContext,
): Promise<ExitCode> {
  const resources = await findResources(args, common.surroundings.environment);
  // The SDK takes longer to load than most commands of the API take.
  const { connect } = await import('./operator/connect.ts');
  using connection = connect(resources);
  const { table, sqs } = connection;
  return await plan({ ...common, resources, table, sqs });
}

/** The options that lead to the same deployment; the token is never repeated. */
function whereOf(args: Arguments): readonly string[] {
  return (['url', 'as', 'outputs'] as const).flatMap((name) => {
    const value = args.text(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
}
