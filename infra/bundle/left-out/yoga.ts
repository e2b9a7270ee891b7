import type { LeftOut } from './left-out.ts';

const PLUGINS = 'graphql-yoga/esm/plugins';
const SERVER = '@whatwg-node/server/esm';

/** What we tell Yoga not to do, or what the gateway or `http/check.ts` has seen to before it is asked. */
const SWITCHED_OFF: readonly LeftOut[] = [
  { module: `${PLUGINS}/use-graphiql.js`, because: 'it is switched off' },
  { module: `${PLUGINS}/request-parser/post-multipart.js`, because: 'it is switched off' },
  { module: `${PLUGINS}/result-processor/multipart.js`, because: 'nothing is answered in parts' },
  {
    module: `${PLUGINS}/result-processor/sse.js`,
    because: 'nothing is answered as a stream',
    instead: { getSSEProcessor: '() => undefined' },
  },
  {
    module: `${PLUGINS}/use-health-check.js`,
    because: 'the gateway has no such route',
    instead: { useHealthCheck: '() => ({})' },
  },
  {
    module: `${PLUGINS}/use-unhandled-route.js`,
    because: 'all requests are given the route that there is',
    instead: { useUnhandledRoute: '() => ({})' },
  },
  {
    module: `${PLUGINS}/request-validation/use-limit-request-body-size.js`,
    because: 'it is switched off: we have looked at the size before',
    instead: { useLimitRequestBodySize: '() => ({})' },
  },
  { module: '@envelop/core/esm/plugins/use-masked-errors.js', because: 'it is switched off: we mask them' },
  { module: 'graphql-yoga/esm/utils/mask-error.js', because: 'it is switched off: we mask them' },
  { module: `${SERVER}/plugins/useCors.js`, because: 'it is switched off: the gateway does it' },
];

/** Yoga is given requests as `fetch` has them. */
const OTHER_SERVERS: readonly LeftOut[] = [
  {
    module: `${SERVER}/uwebsockets.js`,
    because: 'no such server asks',
    parts: ['getRequestFromUWSRequest', 'createWritableFromUWS', 'sendResponseToUwsOpts'],
  },
  {
    module: `${SERVER}/utils.js`,
    because: 'no server of Node.js asks, nor is anything compressed',
    parts: [
      ...['normalizeNodeRequest', 'sendNodeResponse', 'ensureDisposableStackRegisteredForTerminateEvents'],
      ...['createCustomAbortControllerSignal', 'handleResponseDecompression', 'getSupportedEncodings'],
    ],
  },
  {
    module: `${SERVER}/createServerAdapter.js`,
    because: 'only fetch is called',
    parts: [
      ...['handleNodeRequest', 'handleNodeRequestAndResponse', 'requestListener', 'handleUWS', 'handleEvent'],
      'genericRequestHandler',
    ].map((name) => `createServerAdapter.${name}`),
  },
  ...['AsyncDisposableStack', 'DisposableStack'].map((name) => ({
    module: `@whatwg-node/disposablestack/esm/${name}.js`,
    because: 'Node.js has it',
    instead: { [`Ponyfill${name}`]: 'undefined' },
  })),
];

export const YOGA: readonly LeftOut[] = [...SWITCHED_OFF, ...OTHER_SERVERS];
