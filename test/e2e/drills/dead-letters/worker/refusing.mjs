import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A worker of the product in a drill: what every message asks for is refused until a message that asks for it was given up,
 * and then done by the worker's own handler. The variables name its module, and a directory for what was given up.
 */
const { handler: work } = await import(process.env.DRILL_HANDLER);

/** As often a message is received before it is given up. */
const RECEIVES = 5;

export async function handler(event, context) {
  return work({ ...event, Records: event.Records.map(refused) }, context);
}

/** A body that nobody understands makes the worker refuse a message at once. */
function refused(record) {
  const mark = join(process.env.DRILL_DIRECTORY, createHash('sha256').update(wanted(record)).digest('hex'));
  if (existsSync(mark)) return record;
  if (Number(record.attributes.ApproximateReceiveCount) >= RECEIVES) writeFileSync(mark, '');
  return { ...record, body: 'refused by the drill' };
}

function wanted({ body }) {
  const { operationId, pageId, id } = JSON.parse(body);
  return operationId === undefined ? id : `${operationId} ${pageId}`;
}
