import { Refusal } from '../../local/refusal.ts';
import { isOutside } from '../outside-failure.ts';
import { type Arguments, readArguments } from './command-line/arguments.ts';
import { findCommand } from './command-line/find-command.ts';
import { helpOf, overviewOf, PROGRAM, usageOf } from './command-line/help.ts';
import { formatOf } from './command-line/values.ts';
import { COMMANDS } from './commands/all.ts';
import type { Command } from './commands/command.ts';
import { Client } from './deployment/client.ts';
import { findDeployment, isReadableOnTheWay } from './deployment/find.ts';
import { EXIT, type ExitCode, Interruption, Misuse } from './exit-codes.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs the command that was typed, and answers what to end with. Throws what is a bug. */
export async function main(typed: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { output, terminal, signal } = surroundings;
  const say = (text: string): void => void terminal.write(`${text}\n`);
  let usage = `${PROGRAM} --help says what there is.`;
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
    usage = `Usage: ${usageOf(command)} [options]\n${PROGRAM} ${command.words.join(' ')} --help says more.`;
    return await run(command, args, surroundings);
  } catch (error) {
    if (signal.aborted) {
      say(error instanceof Interruption ? error.message : 'Interrupted.');
      return EXIT.interrupted;
    }
    if (error instanceof Misuse) {
      say(`${error.message}.\n\n${usage}`);
      return EXIT.misuse;
    }
    if (!(error instanceof Refusal || isOutside(error))) throw error;
    say(error.message);
    return EXIT.failure;
  }
}

async function run(command: Command, args: Arguments, surroundings: Surroundings): Promise<ExitCode> {
  const format = formatOf(args);
  const plan = command.plan(args);
  const { url, token } = await findDeployment(args, surroundings.environment);
  const say = (line: string): void => void surroundings.terminal.write(`${line}\n`);
  if (isReadableOnTheWay(url)) say(`The token goes to ${url} unencrypted: https:// would protect it.`);
  const client = new Client({ url, token }, surroundings);
  return plan({
    format,
    client,
    surroundings,
    say,
    commandLine: (...words) => [PROGRAM, ...words, ...whereOf(args)].join(' '),
  });
}

/** The options that lead to the same deployment; the token is never repeated. */
function whereOf(args: Arguments): readonly string[] {
  return (['url', 'as'] as const).flatMap((name) => {
    const value = args.text(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
}
