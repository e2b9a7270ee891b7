import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Table } from '../../../shared/environment/environment.ts';
import type { Format } from '../command-line/values.ts';
import type { Client } from '../deployment/client.ts';
import type { Resources } from '../operator/resources.ts';
import type { Surroundings } from '../surroundings.ts';

/** What every command works with. */
export interface CommonContext {
  readonly format: Format;
  readonly surroundings: Surroundings;
  /** Tells the person something, away from the data. */
  readonly say: (line: string) => void;
  /** A command line of this program, for the same deployment. */
  readonly commandLine: (...words: readonly string[]) => string;
}

/** What a command works with that asks the API. */
export interface Context extends CommonContext {
  readonly client: Client;
}

/** What a command of operators works with. Where AWS refuses something, the clients throw a `Refusal` that says what to do. */
export interface OperatorContext extends CommonContext {
  readonly resources: Resources;
  readonly table: Table;
  readonly sqs: SQSClient;
}
