import type { Arguments } from '../command-line/arguments.ts';
import { onlyWord } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { change, type ChangeInput, type Mutation } from '../operations/change.ts';
import { conclude } from '../operations/conclude.ts';
import { howOf, withKey } from './change-options.ts';
import type { Command, Plan } from './command.ts';

const HOW = ['idempotency-key', 'failure-threshold', 'watch'] as const;

export const apply: Command = {
  words: ['operations', 'apply'],
  synopsis: 'ID',
  summary: 'Does exactly what a preview has shown; what has changed since is left alone.',
  options: HOW,
  examples: ['operations apply 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --watch'],
  plan: (args) => follow(args, 'applySecurityScanProfileOperation'),
};

export const retry: Command = {
  words: ['operations', 'retry'],
  synopsis: 'ID',
  summary: 'Tries the projects again that failed and can be retried.',
  options: HOW,
  examples: ['operations retry 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --watch'],
  plan: (args) => follow(args, 'retrySecurityScanProfileOperation'),
};

export const undo: Command = {
  words: ['operations', 'undo'],
  synopsis: 'ID',
  summary: 'Takes back what an operation did; what has changed since is left alone.',
  options: ['dry-run', ...HOW],
  examples: [
    'operations undo 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --dry-run --watch',
    'operations undo 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --watch',
  ],
  plan: (args) => follow(args, 'undoSecurityScanProfileOperation'),
};

export const adopt: Command = {
  words: ['operations', 'adopt'],
  synopsis: 'ID',
  summary: 'Gives a top-level group that moved into another one back the profiles that lapsed with it.',
  details: [
    "ID is the re-home operation of the group that moved. The profiles are the new top-level group's own: its recommended ones,",
    'and copies of the custom ones.',
  ],
  options: ['dry-run', ...HOW],
  examples: ['operations adopt 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --dry-run --watch'],
  plan: (args) => follow(args, 'adoptSecurityScanProfiles'),
};

export const cancel: Command = {
  words: ['operations', 'cancel'],
  synopsis: 'ID',
  summary: 'Stops an operation: what is done stays done, and can be undone.',
  details: ['Ends with 0 once the deployment has taken the request, however the operation ends.'],
  options: ['watch'],
  examples: ['operations cancel 01K3ZJ8Q9V7M4T2N6R5W1X0YBC'],
  plan: (args) => {
    const input = { id: onlyWord(args, 'operation') };
    return async (context) => {
      const accepted = await change(context.client, 'cancelSecurityScanProfileOperation', input);
      await conclude(context, accepted, args.flag('watch'));
      // That it ends as CANCELLED is what was asked for.
      return EXIT.success;
    };
  },
};

function follow(args: Arguments, mutation: Mutation): Plan {
  const id = onlyWord(args, 'operation');
  const how = howOf(args, args.flag('dry-run'));
  const which: ChangeInput = mutation === 'adoptSecurityScanProfiles' ? { operationId: id } : { id };
  return async (context) => {
    const accepted = await change(context.client, mutation, { ...which, ...withKey(how, context) });
    return conclude(context, accepted, args.flag('watch'));
  };
}
