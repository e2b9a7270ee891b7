import { forKnownCallers } from '../../../functions/graphql/http/known-callers.ts';
import { authenticator } from '../../../shared/authentication/authenticate.ts';
import { tokenVerifier } from '../../../shared/authentication/issuer/verify.ts';
import { awsEnvironment } from '../../../shared/environment/aws.ts';
import { flushing } from '../../../shared/environment/log/flushing.ts';
import { required } from '../../../shared/environment/variables.ts';
import { VARIABLES } from '../../../shared/names.ts';
import { apolloServer } from '../../apollo/apollo-server.ts';

const environment = awsEnvironment('graphql');
const verify = tokenVerifier({ issuer: required(VARIABLES.issuer), audience: required(VARIABLES.audience) });

/** What `functions/graphql/handler.ts` is, with Apollo Server in it. */
export const handler = flushing(
  environment.log,
  forKnownCallers(environment, authenticator(environment, verify), apolloServer()),
);
