import { type LeftOut, replaced } from './left-out.ts';

const CORE = '@smithy/core/dist-es/submodules';

/** Errors that some operation of ours can end with, by the models of the services. */
export const ERRORS = {
  'client-dynamodb': [
    'ConditionalCheckFailedException',
    'IdempotentParameterMismatchException',
    'InternalServerError',
    'InvalidEndpointException',
    'ItemCollectionSizeLimitExceededException',
    'ProvisionedThroughputExceededException',
    'ReplicatedWriteConflictException',
    'RequestLimitExceeded',
    'ResourceNotFoundException',
    'ThrottlingException',
    'TransactionCanceledException',
    'TransactionConflictException',
    'TransactionInProgressException',
  ],
  'client-eventbridge': ['InternalException', 'ThrottlingException'],
  'client-sqs': [
    'BatchEntryIdsNotDistinct',
    'BatchRequestTooLong',
    'EmptyBatchRequest',
    'InvalidAddress',
    'InvalidBatchEntryId',
    'InvalidSecurity',
    'KmsAccessDenied',
    'KmsDisabled',
    'KmsInvalidKeyUsage',
    'KmsInvalidState',
    'KmsNotFound',
    'KmsOptInRequired',
    'KmsThrottled',
    'MessageNotInflight',
    'QueueDoesNotExist',
    'ReceiptHandleIsInvalid',
    'RequestThrottled',
    'TooManyEntriesInBatchRequest',
    'UnsupportedOperation',
  ],
} as const;

/** What is read of services comes in JSON, in answers without times. */
const FORMATS: readonly LeftOut[] = [
  { module: `${CORE}/serde/date-utils.js`, because: 'no answer of ours has a time in it' },
  { module: `${CORE}/serde/parse-utils.js`, because: 'numbers in texts are a matter of other protocols' },
  {
    module: `${CORE}/protocols/HttpProtocol.js`,
    because: 'no operation of ours has a host of its own, and only those need to know what is bound where',
    edit: (text) => replaced(text, /setHostPrefix\(.*?\n {4}\}\n/s, 'setHostPrefix() {}\n'),
  },
  {
    module: '@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js',
    because: 'the content type is JSON',
    parts: ['ProtocolLib.resolveRestContentType'],
  },
];

/** Node.js has these, and signatures are of requests, in their headers. */
const CRYPTOGRAPHY: readonly LeftOut[] = [
  { module: `${CORE}/checksum/sha256/Sha256Js.js`, because: 'Node.js has it, and faster' },
  { module: `${CORE}/checksum/md5/Md5Js.js`, because: 'Node.js has it, and faster' },
  {
    module: '@smithy/signature-v4/dist-es/HeaderFormatter.js',
    because: 'only the events of a stream have such headers',
    parts: ['HeaderFormatter.format', 'HeaderFormatter.formatHeaderValue'],
  },
  {
    module: '@smithy/signature-v4/dist-es/SignatureV4.js',
    because: 'what is signed is a request, by its headers: no link, no event of a stream, no text',
    parts: [
      'SignatureV4.presign',
      'SignatureV4.signEvent',
      'SignatureV4.signMessage',
      'SignatureV4.signString',
    ],
  },
];

/** As a module of Node.js that is imported it has all that it exports loaded, whoever uses it. */
const ALL_OF_HTTP: LeftOut = {
  module: '@smithy/node-http-handler/dist-es/node-http-handler.js',
  because: 'a client has no use for web sockets, which bring all of `fetch` with them',
  edit: (text) => replaced(text, 'await import("node:http")', 'process.getBuiltinModule("node:http")'),
};

/** A function is configured by its environment. */
const CONFIGURATION: readonly LeftOut[] = [
  {
    module: `${CORE}/config/node-config-provider/fromSharedConfigFiles.js`,
    because:
      'a function has no configuration files of the SDK, and is not to obey those of whoever runs it locally',
    instead: {
      fromSharedConfigFiles: `() => async () => {
        throw Object.assign(new Error('there are no configuration files'), { tryNextLink: true });
      }`,
    },
  },
  {
    module: `${CORE}/config/config-resolver/regionConfig/getInstanceMetadataRegion.js`,
    because: 'a function has its region in the environment, and no metadata service of EC2',
    instead: { getInstanceMetadataRegion: 'async () => undefined' },
  },
  {
    module: `${CORE}/retry/util-retry/AdaptiveRetryStrategy.js`,
    because: 'no function of ours is set to AWS_RETRY_MODE=adaptive',
  },
  {
    module: `${CORE}/endpoints/middleware-endpoint/service-customizations/s3.js`,
    because: 'only S3 has endpoints by bucket',
  },
  {
    module: '@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js',
    because: 'the stack says which Node.js runs the functions',
    instead: { emitWarningIfUnsupportedVersion: '() => undefined' },
  },
  {
    module: '@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js',
    because: 'no client of ours has a logger: items must not get into the log',
    instead: { getLoggerPlugin: '() => ({ applyToStack: () => undefined })' },
  },
  ...['QueryPaginator', 'ScanPaginator'].map((name) => ({
    module: `@aws-sdk/lib-dynamodb/dist-es/pagination/${name}.js`,
    because: 'pages are read by commands',
  })),
];

/** An error that has no schema here still has its name, message and data, as one of the service in general. */
const SCHEMAS: readonly LeftOut[] = Object.entries(ERRORS).map(([client, kept]) => ({
  module: `@aws-sdk/${client}/dist-es/schemas/schemas_0.js`,
  because: 'they are of operations that we do not use, and of the errors with which only those end',
  edit: (text: string) => withPlainKeys(withErrors(text, kept)),
}));

function withErrors(text: string, kept: readonly string[]): string {
  const missing = kept.filter((name) => !text.includes(`n0_registry.registerError(${name}$, ${name});`));
  if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);
  return text.replaceAll(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (whole, name: string) =>
    kept.includes(name) ? whole : '',
  );
}

/** The bundler keeps what nothing uses where it has computed keys: computing them might do something. */
function withPlainKeys(text: string): string {
  const constants = new Map(
    Array.from(text.matchAll(/^const (\w+) = ("[^"\n]*");$/gm), ([, name, value]) => [name, value] as const),
  );
  return text.replaceAll(
    /\[(\w+)\]:/g,
    (whole, name: string) => `${constants.get(name) ?? whole.slice(0, -1)}:`,
  );
}

export const AWS_SDK: readonly LeftOut[] = [
  ...FORMATS,
  ...CRYPTOGRAPHY,
  ALL_OF_HTTP,
  ...CONFIGURATION,
  ...SCHEMAS,
];
