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
  const asking = Buffer.concat([ASKING, Buffer.from(body).subarray(1)]);
  this.setHeader('content-length', asking.length);
  return end.call(this, asking, ...rest);
};

/** In place of the brace that a body begins with. */
const ASKING = Buffer.from('{"ReturnConsumedCapacity":"TOTAL",');

/** A chunk may end within it. */
const CAPACITY = /"CapacityUnits":([\d.]+)[,}]/g;
const LONGEST = 40;

/** Looks at an answer on its way to who asked for it. Hardly anything of it is kept: memory is measured too. */
function addUp(response, add) {
  const push = response.push.bind(response);
  let end = '';
  response.push = (chunk, ...rest) => {
    if (chunk !== null) {
      const text = end + chunk.latin1Slice();
      let seen = 0;
      for (const { 0: found, 1: units, index } of text.matchAll(CAPACITY)) {
        add(Number(units));
        seen = index + found.length;
      }
      end = text.slice(Math.max(seen, text.length - LONGEST));
    }
    return push(chunk, ...rest);
  };
}

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
