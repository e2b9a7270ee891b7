import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Annotations, CfnParameter } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { VARIABLES } from '../shared/names.ts';
import type { Settings } from './settings.ts';

/**
 * Whose tokens are taken. What the context does not say becomes a parameter without a default: the template can
 * be synthesised and read by anyone, and a deployment that names no issuer is refused before it begins.
 */
export class TokenVerification {
  private readonly issuer: string;
  private readonly audience: string;

  constructor(scope: Construct, settings: Settings) {
    this.issuer = settings.issuer ?? requiredParameter(scope, 'issuer', 'Issuer', '^https://.+$');
    this.audience = settings.audience ?? requiredParameter(scope, 'audience', 'Audience', '^.+$');
  }

  /** Tells a function which tokens to accept. */
  configure(fn: Function): void {
    fn.addEnvironment(VARIABLES.issuer, this.issuer);
    fn.addEnvironment(VARIABLES.audience, this.audience);
  }
}

function requiredParameter(scope: Construct, key: string, id: string, allowedPattern: string): string {
  const advice = `Deploy with -c ${key}=VALUE, or --parameters ${id}=VALUE.`;
  Annotations.of(scope).addWarningV2(`scan-profiles:${key}`, `Context "${key}" is not set. ${advice}`);
  return new CfnParameter(scope, id, {
    description: `The tokens' ${key}. ${advice}`,
    allowedPattern,
    constraintDescription: `must match ${allowedPattern}`,
  }).valueAsString;
}
