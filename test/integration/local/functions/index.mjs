/** A function with every way to go wrong. What it is to do stands in the event. */
let runs = 0;

const DOES = {
  echo: ({ value }) => value,
  nothing: () => undefined,
  environment: () => ({ ...process.env }),
  context: (_event, context) => ({ ...context, remaining: context.getRemainingTimeInMillis() }),
  count: () => ++runs,
  throw: () => {
    throw new TypeError('as told');
  },
  exit: () => process.exit(3),
  hang: () => new Promise(() => setInterval(() => undefined, 1_000)),
  spin: () => {
    for (;;);
  },
  reject: () => {
    void Promise.reject(new Error('nobody catches this'));
    return new Promise((resolve) => setTimeout(resolve, 1_000));
  },
  later: () => {
    setTimeout(() => {
      throw new Error('after the answer');
    }, 10);
    return 'answered';
  },
  wait: async ({ milliseconds }) => {
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { from, to: Date.now() };
  },
  big: ({ bytes }) => 'x'.repeat(bytes),
  log: ({ value }) => console.log(value),
  request: (event) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }),
};

export async function handler(event, context) {
  const does = DOES[event.does] ?? DOES[event.queryStringParameters?.does ?? 'request'];
  return does({ ...event, ...event.queryStringParameters }, context);
}

/** Writes down what it gets, in the table that stands for it: global to the thread. */
export async function consumer(event) {
  const { appendFileSync } = await import('node:fs');
  const failures = [];
  for (const { messageId, body, attributes } of event.Records) {
    const { id, fails = 0 } = JSON.parse(body);
    const receives = Number(attributes.ApproximateReceiveCount);
    appendFileSync(process.env.JOURNAL, `${JSON.stringify({ id, receives, size: event.Records.length })}\n`);
    if (id === 'dies') process.exit(1);
    if (receives <= fails) failures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures: failures };
}
