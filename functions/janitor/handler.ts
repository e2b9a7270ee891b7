import { awsEnvironment } from '../../shared/environment/aws.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { lookAfterOpenPages } from './look-after.ts';

const env = awsEnvironment('janitor');
const visibilityTimeout = Number(required(VARIABLES.attachVisibilityTimeout)) * 1000;

/** Runs every minute. */
export const handler = flushing(env.log, async () => lookAfterOpenPages(env, visibilityTimeout));
