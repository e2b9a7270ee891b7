import { ATTACH_MODES } from '../../../shared/domain/operation.ts';
import type { Arguments } from '../command-line/arguments.ts';
import { enumOf } from '../command-line/values.ts';
import { Misuse } from '../exit-codes.ts';
import { change as askFor, type Mutation } from '../operations/change.ts';
import { conclude } from '../operations/conclude.ts';
import { resolveProfile } from '../profiles/resolve.ts';
import { targetsIn } from '../targets/names.ts';
import { resolveTargets } from '../targets/resolve.ts';
import { howOf, withKey } from './change-options.ts';
import type { Command, Plan } from './command.ts';

const TARGETS = [
  'TARGET is the full path of a group or project (perl-team/modules) or a global id (gid://gitlab/Group/217). A bare id needs',
  '--group or --project. A group stands for all projects in it and in the groups below. At most 100 targets of one top-level group.',
];

const MODES = [
  'Modes, by what happens to other profiles of the same scan type:',
  '  append             attach to all, and keep the others',
  '  set                attach to all, and take the others off',
  '  replace            only where another one is attached, which is taken off',
  '  fill-profile-gaps  only where none is attached',
  '  fill-scan-gaps     only where none is attached, and nothing else scans for it either',
];

const TARGET_OPTIONS = ['profile', 'group', 'project'] as const;

export const attach: Command = {
  words: ['attach'],
  synopsis: 'TARGET... --profile PROFILE',
  summary: 'Attaches a scan profile to projects, and to all projects of groups.',
  details: [...TARGETS, '', ...MODES],
  options: [...TARGET_OPTIONS, 'mode', 'dry-run', 'idempotency-key', 'failure-threshold', 'watch'],
  examples: [
    'attach perl-team --profile secret_detection --watch',
    'attach --group 217 --project 4711 --profile 42 --mode set --failure-threshold 5',
    'attach perl-team/modules --profile "Our SAST" --json',
  ],
  plan: (args) => change('attachSecurityScanProfile', args),
};

export const detach: Command = {
  words: ['detach'],
  synopsis: 'TARGET... --profile PROFILE',
  summary: 'Detaches a scan profile from projects, and from all projects of groups.',
  details: TARGETS,
  options: [...TARGET_OPTIONS, 'dry-run', 'idempotency-key', 'failure-threshold', 'watch'],
  examples: ['detach perl-team --profile secret_detection --watch', 'detach --project 4711 --profile 42'],
  plan: (args) => change('detachSecurityScanProfile', args),
};

const PREVIEW_DETAILS = [
  'Decides for every project what would happen to it, and writes nothing. It is watched to its end unless --no-watch says not to.',
  'Then "operations apply" does exactly what was shown, and leaves alone what has changed since.',
  '',
];

export const previewAttach: Command = {
  words: ['preview', 'attach'],
  synopsis: 'TARGET... --profile PROFILE',
  summary: 'Shows what an attach would do.',
  details: [...PREVIEW_DETAILS, ...TARGETS, '', ...MODES],
  options: [...TARGET_OPTIONS, 'mode', 'watch', 'no-watch'],
  examples: ['preview attach perl-team --profile sast --mode set'],
  plan: (args) => preview('attachSecurityScanProfile', args),
};

export const previewDetach: Command = {
  words: ['preview', 'detach'],
  synopsis: 'TARGET... --profile PROFILE',
  summary: 'Shows what a detach would do.',
  details: [...PREVIEW_DETAILS, ...TARGETS],
  options: [...TARGET_OPTIONS, 'watch', 'no-watch'],
  examples: ['preview detach perl-team --profile sast'],
  plan: (args) => preview('detachSecurityScanProfile', args),
};

type Named = Extract<Mutation, 'attachSecurityScanProfile' | 'detachSecurityScanProfile'>;

function change(mutation: Named, args: Arguments): Plan {
  return attachments(mutation, args, args.flag('dry-run'), args.flag('watch'));
}

/** A preview is there to be looked at, so it is waited for. */
function preview(mutation: Named, args: Arguments): Plan {
  return attachments(mutation, args, true, !args.flag('no-watch'));
}

function attachments(mutation: Named, args: Arguments, isPreview: boolean, isWatched: boolean): Plan {
  const typed = args.text('profile');
  if (typed === undefined || typed === '') throw new Misuse('Name the profile: --profile PROFILE');
  const names = targetsIn(args);
  const mode = enumOf(args, 'mode', ATTACH_MODES);
  const how = howOf(args, isPreview);
  return async (context) => {
    const { client } = context;
    const { groupIds, projectIds, groupPath } = await resolveTargets(client, names);
    const securityScanProfileId = await resolveProfile(client, typed, groupPath);
    const what = { securityScanProfileId, groupIds, projectIds, mode };
    return conclude(
      context,
      await askFor(client, mutation, { ...what, ...withKey(how, context) }),
      isWatched,
    );
  };
}
