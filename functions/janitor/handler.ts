import { awsEnvironment } from '../../shared/environment/aws.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { lookAfterOpenPages } from './look-after.ts';

const env = awsEnvironment('janitor');
const visibilityTimeout = Number(required(VARIABLES.attachVisibilityTimeout)) * 1000;

/** Runs every minute. */
export async function handler(): Promise<void> {
  await lookAfterOpenPages(env, visibilityTimeout);
}
