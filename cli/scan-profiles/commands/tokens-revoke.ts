import * as z from 'zod';
import { onlyWord } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { csvHeader, csvRow } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plain } from '../output/plain.ts';
import { globalId, TOKEN_CSV, TOKEN_FIELDS, tokenSchema } from '../tokens/token.ts';
import type { Command } from './command.ts';

const answerSchema = z.object({
  personalAccessTokenRevoke: z.object({ personalAccessToken: tokenSchema }),
});

export const revokeToken: Command = {
  words: ['tokens', 'revoke'],
  synopsis: 'ID',
  summary: 'Ends one of your personal access tokens at once.',
  details: ['ID is the first column of "tokens list", never the token itself.'],
  options: [],
  examples: ['tokens revoke 01K3ZJ8Q9V7M4T2N6R5W1X0YBC'],
  plan: (args) => {
    const id = globalId(onlyWord(args, 'token, by its id'));
    return async ({ client, format, surroundings: { output }, say }) => {
      const query = `mutation ($input: PersonalAccessTokenRevokeInput!) {
        personalAccessTokenRevoke(input: $input) { personalAccessToken { ${TOKEN_FIELDS} } }
      }`;
      const answer = await client.change(answerSchema, query, { input: { id } }, 'tokens list');
      const token = answer.personalAccessTokenRevoke.personalAccessToken;
      if (format === 'JSON') await writeJson(output, token);
      if (format === 'CSV') await output.write(csvHeader(TOKEN_CSV) + csvRow(TOKEN_CSV, token));
      say(`The token "${plain(token.name)}" is revoked.`);
      return EXIT.success;
    };
  },
};
