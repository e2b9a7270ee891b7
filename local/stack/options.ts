import type { LocalSettings } from '../settings.ts';

/** Where an import writes to. */
export interface ImportTarget {
  /** URL of DynamoDB. */
  endpoint: string;
  region: string;
  tableName: string;
}

export interface StackOptions extends Omit<LocalSettings, 'sample'> {
  /** Fills a new table; without it the table stays empty. Idempotent: it runs again where it was interrupted. */
  loadSample?: ((target: ImportTarget) => Promise<void>) | undefined;
  /** CDK context, see `infra/settings.ts`. */
  context?: Readonly<Record<string, string>>;
  /** Takes what a person should know, line by line. */
  log: (line: string) => void;
  /** Gives up the start: `startStack` cleans up and rejects. */
  signal?: AbortSignal;
}
