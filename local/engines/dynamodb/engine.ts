import { Refusal } from '../../refusal.ts';
import { findEngine } from './find.ts';
import { type RunningProgram, startProgram } from './program.ts';

interface DynamoDbOptions {
  /** SQLite file; `null` keeps everything in memory. Means nothing to an engine that runs already. */
  file: string | null;
  onProcess: (pid: number) => void;
  onCrash: (lastWords: string) => void;
}

/** Starts DynamoDB, or takes the one that `$DYNAMODB_ENDPOINT` names. Throws a `Refusal` if there is none to be had. */
export async function startDynamoDb({ file, onProcess, onCrash }: DynamoDbOptions): Promise<RunningProgram> {
  const source = findEngine(process.env);
  switch (source.kind) {
    case 'missing':
      throw new Refusal(source.advice);
    case 'running':
      await fetch(source.endpoint).catch(() => {
        throw new Refusal(`DYNAMODB_ENDPOINT is ${source.endpoint}, but nothing answers there`);
      });
      return { endpoint: source.endpoint, stop: () => Promise.resolve() };
    case 'program':
      return startProgram({ path: source.path, file, onProcess, onCrash });
  }
}
