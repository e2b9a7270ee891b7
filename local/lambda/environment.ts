import { REGION } from '../template/identity.ts';
import type { FunctionPlan } from '../template/resources/function.ts';

export interface EngineEndpoints {
  dynamodb: string;
  sqs: string;
  events: string;
}

/** What Lambda sets, and where the AWS clients find the engines; then what the template says. */
export function environmentOf(plan: FunctionPlan, endpoints: EngineEndpoints): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
    LAMBDA_TASK_ROOT: plan.directory,
    TZ: 'UTC',
    ...plan.variables,
  };
}
