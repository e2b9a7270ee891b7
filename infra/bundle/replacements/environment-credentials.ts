/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. A Lambda function always has its credentials
 * in the environment; looking for them in files, processes and metadata services would only add size.
 */
interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Called by the clients without arguments that matter here. The provider rejects where the variables are missing. */
export function defaultProvider(): () => Promise<Credentials> {
  return () => {
    const accessKeyId = process.env['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = process.env['AWS_SECRET_ACCESS_KEY'];
    const sessionToken = process.env['AWS_SESSION_TOKEN'];
    if (!accessKeyId || !secretAccessKey) {
      return Promise.reject(new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set'));
    }
    return Promise.resolve({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) });
  };
}
