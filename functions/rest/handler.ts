import { authenticator } from '../../shared/authentication/authenticate.ts';
import { tokenVerifier } from '../../shared/authentication/issuer/verify.ts';
import { awsTableEnvironment } from '../../shared/environment/aws-table.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { optional, required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { restApi } from './api.ts';

const env = awsTableEnvironment('rest');
const verify = tokenVerifier({ issuer: required(VARIABLES.issuer), audience: required(VARIABLES.audience) });

/** Answers requests of the HTTP API (payload format 2.0) below `/api/v4/`. */
export const handler = flushing(
  env.log,
  restApi(env, authenticator(env, verify), {
    gitlabUrl: optional(VARIABLES.gitlabUrl),
    release: required(VARIABLES.release),
  }),
);
