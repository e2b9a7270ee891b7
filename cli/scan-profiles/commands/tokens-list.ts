import * as z from 'zod';
import { nothingMore } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { writeRows } from '../output/rows.ts';
import { TOKEN_CSV, TOKEN_FIELDS, TOKEN_TEXT, tokenSchema } from '../tokens/token.ts';
import type { Command } from './command.ts';

const answerSchema = z.object({
  currentUser: z.object({ personalAccessTokens: z.array(tokenSchema) }),
});

export const listTokens: Command = {
  words: ['tokens', 'list'],
  synopsis: '',
  summary: 'Lists your personal access tokens, the newest first, but not the tokens themselves.',
  details: ['Those that ended are listed for 30 days. The last use is known to within a minute.'],
  options: [],
  examples: ['tokens list', 'tokens list --csv'],
  plan: (args) => {
    nothingMore(args);
    return async (context) => {
      const query = `query { currentUser { personalAccessTokens { ${TOKEN_FIELDS} } } }`;
      const { currentUser } = await context.client.read(answerSchema, query, {});
      const nodes = currentUser.personalAccessTokens;
      await writeRows(context, {
        limit: nodes.length,
        noun: 'token',
        text: TOKEN_TEXT,
        csv: TOKEN_CSV,
        readPage: async () => Promise.resolve({ nodes, pageInfo: { hasNextPage: false, endCursor: null } }),
      });
      return EXIT.success;
    };
  },
};
