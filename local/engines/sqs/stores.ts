/**
 * The parts of fauxqs that its entry point keeps to itself. Only its own server joins them to a data directory, and
 * that one listens on every interface; `buildApp` listens where it is told but forgets everything. A path instead of
 * a package name gets at both. The version is pinned exactly, and the integration tests fail if the parts move.
 */
export { PersistenceManager } from '../../../node_modules/fauxqs/dist/persistence.js';
export { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js';
export { SnsStore } from '../../../node_modules/fauxqs/dist/sns/snsStore.js';
export { SqsQueue, SqsStore } from '../../../node_modules/fauxqs/dist/sqs/sqsStore.js';
export type { SqsMessage } from '../../../node_modules/fauxqs/dist/sqs/sqsTypes.js';
