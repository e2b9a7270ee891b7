/** Ids of operations begin with a ULID; one that completes another for a node that moved says which. */
const OPERATION_ID = /^[0-9A-HJKMNP-TV-Z]{26}(-(group|project)-\d+-\d+)*$/;

/** Longer texts would not even make a key of the table. */
const MAXIMUM_LENGTH = 500;

/** Whether there can be an operation of this id. */
export function isOperationId(text: string): boolean {
  return text.length <= MAXIMUM_LENGTH && OPERATION_ID.test(text);
}
