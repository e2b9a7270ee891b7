/** Bodies of messages as they lie in dead-letter queues. */
export const PAGE = { version: 2, operationId: '01M8EXAMPLE', pageId: 'G~1', requestId: 'request-1' };
export const LATER_PAGE = { version: 3, page: 'G~1' };

const ENVELOPE = { id: 'event-1', time: '2026-11-22T12:00:00Z', source: 'gitlab' };

export const TRANSFER = {
  ...ENVELOPE,
  'detail-type': 'ProjectTransferredEvent',
  detail: { project_id: 7, old_namespace_id: 2, new_namespace_id: 3 },
};
export const MALFORMED_TRANSFER = { ...TRANSFER, detail: { project_id: 'seven\u001b[31m' } };

export const SCAN = {
  ...ENVELOPE,
  'detail-type': 'SecurityScanFinishedEvent',
  detail: { project_id: 9, scan_type: 'SAST', trigger: 'GIT_PUSH_EVENT', result: 'SUCCESS', build_id: 5 },
};
