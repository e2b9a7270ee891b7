import type { QueryResolvers } from '../generated/resolver-types.ts';

export const userQueries: Required<Pick<QueryResolvers, 'currentUser'>> = {
  currentUser: (_parent, _args, { caller: { userId } }) => ({ id: userId }),
};
