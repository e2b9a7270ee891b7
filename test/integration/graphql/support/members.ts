import { ACCESS_LEVELS } from '../../../../shared/domain/access.ts';
import type { NodeRef } from '../../../../shared/domain/node.ts';
import { setMember } from '../../../../shared/tree/set-member.ts';
import type { TestApi } from '../../../support/graphql-api.ts';

export async function member(
  { env }: Pick<TestApi, 'env'>,
  user: string,
  ref: NodeRef,
  level: keyof typeof ACCESS_LEVELS,
): Promise<void> {
  await setMember(env, { ref, userId: user, accessLevel: ACCESS_LEVELS[level], at: 1 });
}
