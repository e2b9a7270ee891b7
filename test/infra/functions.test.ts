import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { FUNCTIONS, QUEUES, VARIABLES } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();
const functions = stack.ofType('AWS::Lambda::Function');
const API: readonly string[] = ['graphql', 'rest'];
const environmentSchema = z.object({ Variables: z.record(z.string(), z.unknown()) });

function variables(name: string, of = stack): Record<string, unknown> {
  const fn = of.ofType('AWS::Lambda::Function').find((each) => each.name === name);
  return environmentSchema.parse(fn?.properties['Environment']).Variables;
}

describe('the functions', () => {
  it('are ours and no others: no helper that the library brings along', () => {
    expect(functions.map(({ name }) => name).toSorted()).toEqual(FUNCTIONS.toSorted());
  });

  it.each(functions)('$name runs its bundle on arm64 and Node.js 24', ({ properties }) => {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  it.each(functions)('$name keeps its log for a month', ({ properties }) => {
    const { LogGroup } = z.object({ LogGroup: z.unknown() }).parse(properties['LoggingConfig']);
    expect(target(stack, LogGroup)).toMatchObject({
      type: 'AWS::Logs::LogGroup',
      deletionPolicy: 'Retain',
      properties: { RetentionInDays: 30 },
    });
  });

  it.each(FUNCTIONS)('%s knows the table', (name) => {
    expect(target(stack, variables(name)[VARIABLES.tableName]).type).toBe('AWS::DynamoDB::GlobalTable');
  });

  it('those that send pages of operations know their queue and its visibility timeout, and no others', () => {
    const senders = FUNCTIONS.filter((name) => VARIABLES.attachQueueUrl in variables(name));
    expect(senders).toEqual(['graphql', 'attach-worker', 'cleanup-worker', 'janitor', 'sweep']);
  });

  it.each(['graphql', 'attach-worker', 'cleanup-worker', 'janitor', 'sweep'])(
    '%s sends pages to the right one',
    (name) => {
      const known = variables(name);
      const queue = target(stack, known[VARIABLES.attachQueueUrl]);
      expect(queue.name).toBe(QUEUES.attachWorker);
      expect(known[VARIABLES.attachVisibilityTimeout]).toBe(String(queue.properties['VisibilityTimeout']));
    },
  );

  it('only the attach-worker knows the bus to publish on: the one that the clean-up rule listens to', () => {
    const { eventBusName } = VARIABLES;
    expect(target(stack, variables('attach-worker')[eventBusName]).type).toBe('AWS::Events::EventBus');
    expect(stack.ofType('AWS::Events::EventBus')).toHaveLength(1);
    for (const name of FUNCTIONS.filter((each) => each !== 'attach-worker')) {
      expect(Object.keys(variables(name))).not.toContain(eventBusName);
    }
  });

  it('only the API knows whose tokens are taken', () => {
    const { issuer, audience } = VARIABLES;
    for (const name of API) {
      expect(variables(name)).toMatchObject({
        [issuer]: 'https://issuer.example.com',
        [audience]: 'scan-profiles',
      });
    }
    for (const name of FUNCTIONS.filter((each) => !API.includes(each))) {
      expect(Object.keys(variables(name))).not.toContain(issuer);
    }
  });

  it('only the REST API knows where the web pages are, if that was said, and which release it is of', () => {
    const { gitlabUrl, release } = VARIABLES;
    const said = synthesise({ gitlabUrl: 'https://gitlab.example.com/' });
    expect(variables('rest', said)).toMatchObject({
      [gitlabUrl]: 'https://gitlab.example.com',
      [release]: packageFile.version,
    });
    expect(Object.keys(variables('rest'))).not.toContain(gitlabUrl);
    for (const name of FUNCTIONS.filter((each) => each !== 'rest'))
      expect(Object.keys(variables(name, said))).not.toContain(gitlabUrl);
  });

  it('a log goes with the stack where that is asked for', () => {
    const logs = synthesise({ removalPolicy: 'destroy' }).ofType('AWS::Logs::LogGroup');
    // One a function, and the gateway's.
    expect(logs.map(({ deletionPolicy }) => deletionPolicy)).toEqual(
      [...FUNCTIONS, 'api'].map(() => 'Delete'),
    );
  });
});

describe('an issuer or audience that the context does not name', () => {
  const bare = synthesise({});

  it('is a parameter without a default, so that no deployment goes without', () => {
    expect(Object.keys(bare.parameters)).toEqual(expect.arrayContaining(['Issuer', 'Audience']));
    expect(bare.parameters['Issuer']).not.toHaveProperty('Default');
    expect(bare.parameters['Audience']).not.toHaveProperty('Default');
    expect(variables('graphql', bare)).toMatchObject({
      [VARIABLES.issuer]: { Ref: 'Issuer' },
      [VARIABLES.audience]: { Ref: 'Audience' },
    });
  });

  it('is no parameter where the context names it', () => {
    expect(Object.keys(stack.parameters)).not.toContain('Issuer');
    expect(Object.keys(stack.parameters)).not.toContain('Audience');
  });
});
