import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ClientRequest } from 'node:http';
import { join } from 'node:path';

// The thread that it stands for may be ended at any time.
process.on('disconnect', () => process.exit());

/** An execution environment: a process with one bundled function, which notes what it took after every event. */
const { BENCH_MODULE, BENCH_DIRECTORY, AWS_LAMBDA_FUNCTION_NAME } = process.env;
const file = join(BENCH_DIRECTORY, `${AWS_LAMBDA_FUNCTION_NAME}-${process.pid}.json`);
const draft = file.replace('.json', '.draft');
const taken = { calls: 0, writeUnits: 0, readUnits: 0 };

/** Of the actions of DynamoDB; all others read. */
const WRITES = /\.(Put|Update|Delete|TransactWrite|BatchWrite|BatchExecute)/;

/** Has DynamoDB say what a call consumed, and adds it up. The SDK hands a body over whole, when it ends a request. */
const { end } = ClientRequest.prototype;
ClientRequest.prototype.end = function metered(body, ...rest) {
  const target = String(this.getHeader('x-amz-target'));
  if (!target.startsWith('DynamoDB')) return end.call(this, body, ...rest);
  taken.calls += 1;
  this.prependListener('response', (response) => {
    addUp(response, (units) => (taken[WRITES.test(target) ? 'writeUnits' : 'readUnits'] += units));
  });
  const asking = Buffer.from(Buffer.from(body).toString().replace('{', '{"ReturnConsumedCapacity":"TOTAL",'));
  this.setHeader('content-length', asking.length);
  return end.call(this, asking, ...rest);
};

/** Looks at an answer on its way to who asked for it. */
function addUp(response, add) {
  const push = response.push.bind(response);
  const chunks = [];
  response.push = (chunk, ...rest) => {
    if (chunk !== null) chunks.push(chunk);
    else for (const [, units] of Buffer.concat(chunks).toString().matchAll(CAPACITY)) add(Number(units));
    return push(chunk, ...rest);
  };
}

const CAPACITY = /"CapacityUnits":([\d.]+)/g;

const { handler } = await import(BENCH_MODULE);

process.on('message', async ({ event, context, deadline }) => {
  const getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now());
  const answer = await Promise.resolve(handler(event, { ...context, getRemainingTimeInMillis })).then(
    (result) => ({ result: result ?? null }),
    (error) => ({ error: String(error) }),
  );
  note();
  process.send(answer);
});
note();
process.send('ready');

/** A file appears with all that it holds: somebody may be reading. */
function note() {
  writeFileSync(draft, JSON.stringify({ ...taken, peakKilobytes: peakOf() }));
  renameSync(draft, file);
}

/** The most memory that the process ever had, all that it loaded included. */
function peakOf() {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
