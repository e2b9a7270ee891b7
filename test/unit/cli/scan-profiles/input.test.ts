import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../../cli/scan-profiles/deployment/pages.ts';
import { standardInput } from '../../../../cli/scan-profiles/input/input.ts';

const NEVER = new AbortController().signal;

describe('standard input', () => {
  it('gives a line when it is there, and lets go of the stream then', async () => {
    const stream = new PassThrough();
    const line = standardInput(stream, NEVER).line();
    stream.write('ye');
    stream.write('s\nand more\n');
    expect(await line).toBe('yes');
    // One that still flows keeps the process from ending.
    expect(stream.isPaused()).toBe(true);
  });

  it('gives nothing where it ends without a line', async () => {
    const stream = new PassThrough();
    stream.end();
    expect(await standardInput(stream, NEVER).line()).toBe('');
  });

  it.each([
    ['a line', async (input: ReturnType<typeof standardInput>) => input.line()],
    ['what is piped in', async (input: ReturnType<typeof standardInput>) => collect(input.chunks())],
  ])('is not waited for any longer after Ctrl-C: %s', async (_, read) => {
    const interruption = new AbortController();
    const reading = read(standardInput(new PassThrough(), interruption.signal));
    interruption.abort();
    await expect(reading).rejects.toThrow('abort');
  });

  it('gives all that is piped in', async () => {
    const stream = new PassThrough();
    stream.write('one\n');
    stream.end('two');
    const chunks = await collect(standardInput(stream, NEVER).chunks());
    expect(chunks.map(String).join('')).toBe('one\ntwo');
  });

  it.each([
    [true, true],
    [undefined, false],
  ])('is a terminal or not: %j', (isTTY, isTerminal) => {
    const stream = Object.assign(new PassThrough(), isTTY === undefined ? {} : { isTTY });
    expect(standardInput(stream, NEVER).isTerminal).toBe(isTerminal);
  });
});
