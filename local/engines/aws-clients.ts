import { REGION } from '../template/identity.ts';

/** Settings for AWS clients that talk to an engine on this machine: none of them checks who calls. */
export function clientSettings(endpoint: string) {
  return {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}
