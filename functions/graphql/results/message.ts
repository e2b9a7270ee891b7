import type { Operation } from '../../../shared/domain/operation.ts';
import type { OutcomeCode, RecordedOutcome } from '../../../shared/domain/outcome.ts';
import { MAXIMUM_PROFILES } from '../../../shared/domain/project-state.ts';

/** What was decided about a project, in a sentence for people. */
export function messageOf({ kind, code }: RecordedOutcome, { dryRun }: Pick<Operation, 'dryRun'>): string {
  if (code === undefined) return dryRun ? 'It would be changed as asked for' : 'It was changed as asked for';
  if (kind === 'APPLIED') return 'Part of it was changed since and is left as it is; the rest was taken back';
  return SENTENCES[code];
}

const SENTENCES: Readonly<Record<OutcomeCode, string>> = {
  ALREADY_ATTACHED: 'What is to be attached is attached already',
  NOT_ATTACHED: 'Nothing that is to be removed is attached',
  NOTHING_TO_REPLACE: 'No profile of the scan type is attached that could be replaced',
  ALREADY_COVERED: 'Another profile of the scan type is attached already, or something else scans for it',
  SUPERSEDED: 'An operation that was accepted later has decided about it',
  DELETED: 'The project was deleted',
  MOVED_TO_ANOTHER_ROOT: 'The project has moved to another top-level group',
  PROFILE_DELETED: 'The profile was deleted',
  CHANGED_SINCE_PREVIEW: 'The project was changed since the preview; ask for a new preview',
  CHANGED_SINCE: 'It was changed since and is left as it is',
  CANCELLED: 'The operation was stopped before it came to the project',
  LIMIT_REACHED: `The project holds ${MAXIMUM_PROFILES} scan profiles already; detach one and retry`,
  CONFLICT: 'Too many changes of the project were made at the same time; retry',
  INTERNAL: 'Something went wrong on the side of the server; retry',
};
