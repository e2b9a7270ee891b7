import { awsEnvironment } from '../../shared/environment/aws.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { sweeper } from './sweeper.ts';

const env = awsEnvironment('sweep');

/** Runs every quarter of an hour for what moved lately, and every six hours for everything. */
export const handler = flushing(env.log, sweeper(env));
