import { REGION } from '../template/identity.ts';

interface ClientSettings {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Settings for AWS clients that talk to an engine on this machine: none of them checks who calls. */
export function clientSettings(endpoint: string): ClientSettings {
  return {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}
