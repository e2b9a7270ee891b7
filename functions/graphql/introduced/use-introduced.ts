import type { DocumentNode, ExecutionArgs, ParseOptions, Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { withNulls } from './placeholder.ts';
import { withoutNewer } from './without-newer.ts';

/**
 * Answers null for what a client marks as of a newer release of GitLab than ours, known or not: that is what it expects
 * of an older server, and it holds for fields whose type is non-null too.
 */
export function useIntroduced(): Plugin {
  const shortened = new WeakSet<DocumentNode>();
  return {
    onParse({ parseFn, setParseFn }) {
      const parse: (source: string | Source, options?: ParseOptions) => DocumentNode = parseFn;
      setParseFn((source: string | Source, options?: ParseOptions) => {
        const document = parse(source, options);
        const older = withoutNewer(document);
        if (older !== document) shortened.add(older);
        return older;
      });
    },
    onExecute({ args }) {
      const execution: ExecutionArgs = args;
      if (!shortened.has(execution.document)) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if ('data' in result && result.data) setResult({ ...result, data: withNulls(result.data) });
        },
      };
    },
  };
}
