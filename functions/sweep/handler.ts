import { awsEnvironment } from '../../shared/environment/aws.ts';
import { sweeper } from './sweeper.ts';

/** Runs every quarter of an hour for what moved lately, and every six hours for everything. */
export const handler = sweeper(awsEnvironment('sweep'));
