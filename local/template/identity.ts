import { NAME_TAG } from '../../shared/names.ts';
import type { Template } from './assembly.ts';
import { type Json, TemplateError } from './intrinsics.ts';

/** Where the local stack pretends to be. The account is the one that the SQS engine has built in. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** What `Ref` and `Fn::GetAtt` of a resource answer. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}

/** Addresses that identities are made from, each without a slash at the end. */
export interface Endpoints {
  sqs: string;
  api: string;
}

type Resource = Template['Resources'][string];

/** Nothing on this machine acts on these; what refers to them gets a name and an ARN that look right. */
const INERT = /^AWS::(IAM|Logs|CloudWatch|SNS|KMS|SSM|CDK)::|^AWS::(SQS::QueuePolicy|Lambda::Permission)$/;

/** Names a resource as CloudFormation would, except that a tagged one gets its tag's value: that reads better here. */
export function identify(id: string, resource: Resource, stackName: string, endpoints: Endpoints): Identity {
  const { Type: type, Properties: properties } = resource;
  const generated = taggedName(properties['Tags']) ?? `${stackName}-${id}`;
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable': {
      const name = given(properties['TableName']) ?? generated;
      return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } };
    }
    case 'AWS::SQS::Queue': {
      const name = given(properties['QueueName']) ?? generated;
      const url = `${endpoints.sqs}/${ACCOUNT}/${name}`;
      return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    }
    case 'AWS::Events::EventBus': {
      const name = given(properties['Name']) ?? generated;
      return { ref: name, attributes: { Arn: arn('events', `event-bus/${name}`), Name: name } };
    }
    case 'AWS::Events::Rule': {
      const name = given(properties['Name']) ?? generated;
      return { ref: name, attributes: { Arn: arn('events', `rule/${name}`) } };
    }
    case 'AWS::Lambda::Function': {
      const name = given(properties['FunctionName']) ?? generated;
      return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
    }
    case 'AWS::SNS::Topic': {
      const topicArn = arn('sns', generated);
      return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: generated } };
    }
    case 'AWS::ApiGatewayV2::Api':
      return { ref: id, attributes: { ApiId: id, ApiEndpoint: endpoints.api } };
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Route':
    case 'AWS::ApiGatewayV2::Stage':
    case 'AWS::Lambda::EventSourceMapping':
      return { ref: id, attributes: {} };
    default:
      if (INERT.test(type)) return { ref: generated, attributes: { Arn: arn('inert', generated) } };
      throw new TemplateError(`The local stack does not know what ${type} (${id}) does. See local/template/`);
  }
}

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

function given(name: Json | undefined): string | undefined {
  return typeof name === 'string' ? name : undefined;
}

function taggedName(tags: Json | undefined): string | undefined {
  if (!Array.isArray(tags)) return undefined;
  for (const tag of tags) {
    if (typeof tag !== 'object' || tag === null || Array.isArray(tag)) continue;
    if (tag['Key'] === NAME_TAG && typeof tag['Value'] === 'string') return tag['Value'];
  }
  return undefined;
}
