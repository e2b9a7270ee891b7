import { describe, expect, it } from 'vitest';
import { readSettings, type ReadSettings } from '../../infra/settings.ts';

function read(context: Record<string, unknown>): ReadSettings {
  return readSettings((key) => context[key]);
}

describe('the context of a deployment', () => {
  it('may be empty: issuer and audience are asked for on deploy, the rest has defaults', () => {
    expect(read({})).toEqual({
      kind: 'valid',
      settings: { removalPolicy: 'retain', maximumConcurrency: 10 },
    });
  });

  it('may come from the command line, as text', () => {
    const context = { issuer: 'https://id.example.com/a', audience: 'x', removalPolicy: 'destroy' };
    expect(read({ ...context, maximumConcurrency: '25' })).toEqual({
      kind: 'valid',
      settings: { ...context, maximumConcurrency: 25 },
    });
  });

  it.each(['http://127.0.0.1:4000/issuer', 'http://localhost:1', 'http://[::1]:1'])(
    'takes %s, an issuer on this machine',
    (issuer) => {
      expect(read({ issuer })).toMatchObject({ kind: 'valid', settings: { issuer } });
    },
  );

  it.each([
    { context: { issuer: 'http://id.example.com' }, problem: /"issuer" must be an https:\/\/ URL/ },
    { context: { issuer: 'id.example.com' }, problem: /"issuer" must be an https:\/\/ URL/ },
    { context: { gitlabUrl: 'gitlab.example.com' }, problem: /"gitlabUrl" must be an http/ },
    { context: { gitlabUrl: 'ftp://gitlab.example.com' }, problem: /"gitlabUrl" must be an http/ },
    { context: { alarmEmail: 'on call' }, problem: /"alarmEmail" must be an e-mail address/ },
    { context: { runbookUrl: 'wiki/runbook' }, problem: /"runbookUrl" must be an http/ },
    { context: { runbookUrl: 'https://w.example/r#top' }, problem: /"runbookUrl" must not have a "#"/ },
    { context: { restoredTable: 'a/b' }, problem: /"restoredTable" must be the name of a DynamoDB table/ },
    { context: { audience: '' }, problem: /"audience" must not be empty/ },
    { context: { removalPolicy: 'snapshot' }, problem: /"removalPolicy" must be "retain" or "destroy"/ },
    { context: { maximumConcurrency: 1 }, problem: /"maximumConcurrency" must be from 2 to 1000/ },
    { context: { maximumConcurrency: 1001 }, problem: /"maximumConcurrency" must be from 2 to 1000/ },
    { context: { maximumConcurrency: '2.5' }, problem: /"maximumConcurrency" must be a whole number/ },
    { context: { maximumConcurrency: 'many' }, problem: /"maximumConcurrency" must be a whole number/ },
  ])('refuses $context and says which key', ({ context, problem }) => {
    expect(read(context)).toEqual({ kind: 'invalid', problems: [expect.stringMatching(problem)] });
  });

  it('takes the URL of GitLab with or without a slash at its end', () => {
    for (const gitlabUrl of ['https://gitlab.example.com/a', 'https://gitlab.example.com/a/'])
      expect(read({ gitlabUrl })).toMatchObject({ settings: { gitlabUrl: 'https://gitlab.example.com/a' } });
  });

  it('names every problem at once', () => {
    expect(read({ issuer: 'x', audience: '' })).toMatchObject({
      problems: [expect.stringContaining('issuer'), expect.stringContaining('audience')],
    });
  });
});
