import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import { onlyWord } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { csvHeader, csvRow } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plain, timeText } from '../output/plain.ts';
import { scopesText, shortId, type Token, TOKEN_CSV, TOKEN_FIELDS, tokenSchema } from '../tokens/token.ts';
import { expiryOf, scopesOf } from '../tokens/values.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

const answerSchema = z.object({
  personalAccessTokenCreate: z.object({
    token: z.string().nullable(),
    personalAccessToken: tokenSchema.nullable(),
    errors: z.array(z.string()),
  }),
});

export const createToken: Command = {
  words: ['tokens', 'create'],
  synopsis: 'NAME --scope SCOPE --expires TIME',
  summary: 'Makes a personal access token for scripts and for clients such as glab, and prints it this once.',
  details: [
    'The scope read_api lets it read all that you may read, api change things as well. It lasts 365 days at most.',
    'It takes a token of the issuer, as you get it by signing in: a personal access token makes no other. The token is all that goes to',
    'standard output.',
  ],
  options: ['scope', 'expires'],
  examples: [
    'tokens create "nightly report" --scope read_api --expires 90d',
    'tokens create glab --scope api --expires 2027-01-31 --json',
  ],
  plan: (args) => {
    const name = onlyWord(args, 'token, by any name');
    const input = { name, scopes: scopesOf(args), expiresAt: expiryOf(args, Date.now()) };
    return async (context) => {
      const query = `mutation ($input: PersonalAccessTokenCreateInput!) {
        personalAccessTokenCreate(input: $input) { token personalAccessToken { ${TOKEN_FIELDS} } errors }
      }`;
      const answer = await context.client.change(answerSchema, query, { input }, 'tokens list');
      const { token: secret, personalAccessToken: token, errors } = answer.personalAccessTokenCreate;
      if (secret === null || token === null) throw new Refusal(errors.map(plain).join('\n'));
      await show(context, secret, token);
      return EXIT.success;
    };
  },
};

async function show(
  { format, surroundings: { output }, say, commandLine }: Context,
  secret: string,
  token: Token,
): Promise<void> {
  const columns = { token: () => secret, ...TOKEN_CSV };
  if (format === 'JSON') await writeJson(output, { token: secret, ...token });
  else if (format === 'CSV') await output.write(csvHeader(columns) + csvRow(columns, token));
  else await output.write(`${secret}\n`);
  say(`The token "${plain(token.name)}" (${scopesText(token)}) is good until ${timeText(token.expiresAt)}.`);
  say('Keep it now: it is not shown again, and nobody can find it out.');
  say(`To end it earlier: ${commandLine('tokens', 'revoke', shortId(token.id))}`);
}
