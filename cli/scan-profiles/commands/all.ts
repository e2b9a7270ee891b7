import { attach, detach, previewAttach, previewDetach } from './attachments.ts';
import type { Command } from './command.ts';
import { coverage } from './coverage.ts';
import { deleteDeadLetters } from './dead-letters-delete.ts';
import { listDeadLetters } from './dead-letters-list.ts';
import { redriveDeadLetters } from './dead-letters-redrive.ts';
import { showDeadLetter } from './dead-letters-show.ts';
import { adopt, apply, cancel, retry, undo } from './operation-changes.ts';
import { listOperations } from './operations-list.ts';
import { resendOperation } from './operations-resend.ts';
import { showOne } from './operations-show.ts';
import { applyProfiles } from './profiles-apply.ts';
import { deleteOne } from './profiles-delete.ts';
import { exportProfiles } from './profiles-export.ts';
import { listProfiles } from './profiles-list.ts';
import { showProfile } from './profiles-show.ts';
import { projects } from './projects.ts';
import { status } from './status.ts';
import { sweep } from './sweep.ts';
import { createToken } from './tokens-create.ts';
import { listTokens } from './tokens-list.ts';
import { revokeToken } from './tokens-revoke.ts';

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
  showProfile,
  exportProfiles,
  applyProfiles,
  deleteOne,
  coverage,
  projects,
  status,
  createToken,
  listTokens,
  revokeToken,
  listDeadLetters,
  showDeadLetter,
  redriveDeadLetters,
  deleteDeadLetters,
  resendOperation,
  sweep,
];
