import { createPersonalAccessToken } from '../../../shared/authentication/personal-access-tokens/create.ts';
import { listPersonalAccessTokens } from '../../../shared/authentication/personal-access-tokens/list.ts';
import { revokePersonalAccessToken } from '../../../shared/authentication/personal-access-tokens/revoke.ts';
import { isActive, type Scope } from '../../../shared/domain/personal-access-token.ts';
import { issuerTokenNeeded, noAccess } from '../errors/refusals.ts';
import type {
  MutationResolvers,
  PersonalAccessTokenResolvers,
  PersonalAccessTokenScope,
  UserResolvers,
} from '../generated/resolver-types.ts';
import { globalId, parseTokenId } from '../scalars/global-id.ts';

const SCOPES = { READ_API: 'read_api', API: 'api' } as const satisfies Record<
  PersonalAccessTokenScope,
  Scope
>;
const NAMES = { read_api: 'READ_API', api: 'API' } as const satisfies Record<Scope, PersonalAccessTokenScope>;

export const personalAccessTokenMutations: Required<
  Pick<MutationResolvers, 'personalAccessTokenCreate' | 'personalAccessTokenRevoke'>
> = {
  async personalAccessTokenCreate(_parent, { input }, { environment, caller }) {
    if (caller.token !== 'ISSUER') throw issuerTokenNeeded();
    const { name, scopes, expiresAt, clientMutationId = null } = input;
    const wanted = { name, scopes: scopes.map((scope) => SCOPES[scope]), expiresAt };
    const created = await createPersonalAccessToken(environment, caller.userId, wanted);
    return created.result === 'CREATED'
      ? { token: created.secret, personalAccessToken: created.token, errors: [], clientMutationId }
      : { token: null, personalAccessToken: null, errors: created.errors, clientMutationId };
  },
  async personalAccessTokenRevoke(_parent, { input }, { environment, caller }) {
    const id = parseTokenId(input.id);
    const revoked = id && (await revokePersonalAccessToken(environment, caller.userId, id));
    if (!revoked) throw noAccess();
    return { personalAccessToken: revoked, errors: [], clientMutationId: input.clientMutationId ?? null };
  },
};

export const user: Required<Pick<UserResolvers, 'personalAccessTokens'>> = {
  async personalAccessTokens({ id }, _args, { environment, caller }) {
    return id === caller.userId ? listPersonalAccessTokens(environment.table, id) : null;
  },
};

export const personalAccessToken: Required<PersonalAccessTokenResolvers> = {
  id: ({ id }) => globalId('PersonalAccessToken', id),
  name: ({ name }) => name,
  scopes: ({ scopes }) => scopes.map((scope) => NAMES[scope]),
  createdAt: ({ createdAt }) => createdAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt ?? null,
  revoked: ({ revokedAt }) => revokedAt !== undefined,
  active: (token, _args, { environment }) => isActive(token, environment.clock.now()),
};
