import { authenticator } from '../../shared/authentication/authenticate.ts';
import { tokenVerifier } from '../../shared/authentication/issuer/verify.ts';
import { awsEnvironment } from '../../shared/environment/aws.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { graphqlApi } from './api.ts';

const environment = awsEnvironment('graphql');
const verify = tokenVerifier({ issuer: required(VARIABLES.issuer), audience: required(VARIABLES.audience) });

/** Answers requests of the HTTP API (payload format 2.0). */
export const handler = flushing(environment.log, graphqlApi(environment, authenticator(environment, verify)));
