import { attach, detach, previewAttach, previewDetach } from './attachments.ts';
import type { Command } from './command.ts';
import { adopt, apply, cancel, retry, undo } from './operation-changes.ts';
import { listOperations } from './operations-list.ts';
import { showOne } from './operations-show.ts';
import { applyProfiles } from './profiles-apply.ts';
import { exportProfiles } from './profiles-export.ts';
import { listProfiles } from './profiles-list.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  attach,
  detach,
  previewAttach,
  previewDetach,
  listOperations,
  showOne,
  apply,
  retry,
  undo,
  adopt,
  cancel,
  listProfiles,
  exportProfiles,
  applyProfiles,
];
