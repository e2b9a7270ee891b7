import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { close, listen } from '../../local/http/listen.ts';
import { isAlive, type ProcessIdentity } from '../../local/lifecycle/process-identity.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import type { Command } from './support/command.ts';
import { eventually } from './support/eventually.ts';
import { Home, isListening } from './support/home.ts';

/** Milliseconds in which everything has to have ended. */
const TIME_TO_END = 10_000;

async function expectNothingLeft(
  home: Home,
  { graphqlUrl, endpoints }: StackFile,
  processes: ProcessIdentity[],
): Promise<void> {
  expect(processes.filter(isAlive)).toEqual([]);
  const urls = [graphqlUrl, ...Object.values(endpoints)];
  const open = await Promise.all(urls.map(async (url) => ((await isListening(url)) ? [url] : [])));
  expect(open.flat()).toEqual([]);
  expect((await readdir(home.directory)).sort()).toEqual(['data', 'issuer-key.json', 'logs']);
}

describe('the stack ends completely', () => {
  it.each<[string, (command: Command, file: StackFile) => unknown]>([
    ['at SIGTERM to npm start', ({ process }) => process.kill('SIGTERM')],
    ['at SIGTERM to its pid', (_command, { pid }) => process.kill(pid, 'SIGTERM')],
    ['at Ctrl-C', ({ pressControlC }) => pressControlC()],
  ])('%s', async (_what, end) => {
    await using home = await Home.make();
    const { command, file } = await home.start();
    const { owner, children } = await home.processes();
    expect(owner.pid).toBe(file.pid);
    expect(children.filter(isAlive)).not.toEqual([]);

    end(command, file);
    await eventually(() => expectNothingLeft(home, file, [owner, ...children]), TIME_TO_END);
    await command.ended;
  });

  it('while a request is under way', async () => {
    await using home = await Home.make();
    const { command, file, client } = await home.start();
    const { owner, children } = await home.processes();
    // Says that it has a body, and never sends it.
    const request = httpRequest(file.graphqlUrl, { method: 'POST', headers: { 'content-length': '10' } });
    const cutShort = once(request, 'error');
    request.flushHeaders();
    await client.graphql('owner', '{ currentUser { id } }');

    process.kill(file.pid, 'SIGTERM');
    await eventually(() => expectNothingLeft(home, file, [owner, ...children]), TIME_TO_END);
    await Promise.all([command.ended, cutShort]);
  });

  it('while it is still starting', async () => {
    await using home = await Home.make({});
    const command = home.run('start');
    // The sample takes seconds to load.
    await eventually(() => stat(join(home.directory, 'data/sample-is-loading')));
    const { owner, children } = await eventually(async () => {
      const processes = await home.processes();
      expect(processes.children).not.toEqual([]);
      return processes;
    });
    process.kill(owner.pid, 'SIGTERM');
    await eventually(async () => {
      expect([owner, ...children].filter(isAlive)).toEqual([]);
      expect(await readdir(home.directory)).not.toContain('stack.lock');
    }, TIME_TO_END);
    await command.ended;
  });
});

it('ends, and says so, if an engine ends', async () => {
  await using home = await Home.make();
  const { command, file } = await home.start();
  const { owner, children } = await home.processes();
  for (const { pid } of children.filter(isAlive)) process.kill(pid, 'SIGKILL');
  expect(await command.ended).toBe(1);
  expect(command.output()).toContain('DynamoDB ended');
  await eventually(() => expectNothingLeft(home, file, [owner, ...children]), TIME_TO_END);
});

describe('a start that cannot be', () => {
  it('says so while another stack runs, and leaves that alone', async () => {
    await using home = await Home.make();
    const { file, client } = await home.start();
    const second = home.run('start');
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`A stack is running already: process ${file.pid}`);
    expect(await client.graphql('owner', '{ currentUser { id } }')).toMatchObject({ status: 200 });
    const reset = home.run('run', 'reset');
    expect(await reset.ended).toBe(1);
    expect(reset.output()).toContain(`process ${file.pid}`);
  });

  it('says so if it is told something that it does not know', async () => {
    await using home = await Home.make();
    const command = home.run('start', '--', '--help');
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('npm start takes no arguments, but got "--help"');
  });

  it('says so if the port is taken', async () => {
    await using home = await Home.make();
    const other = createServer();
    await listen(other, home.port);
    const command = home.run('start');
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(`Port ${home.port} is taken`);
    expect(await readdir(home.directory)).not.toContain('stack.lock');
    await close(other);
  });

  it('says so if there is no engine where one should be', async () => {
    await using home = await Home.make({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' });
    const command = home.run('start');
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('DYNAMODB_ENDPOINT is http://127.0.0.1:9, but nothing answers there');
  });
});
