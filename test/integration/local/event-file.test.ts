import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { envelope, type EventEnvelope } from '../../../local/bus/entries.ts';
import { EventFile } from '../../../local/bus/event-file.ts';
import { temporaryDirectory } from './support.ts';

function event(number: number): EventEnvelope {
  return envelope('scan-profiles', 'Happened', { number, text: 'two\nlines' }, [], 0);
}

async function lines(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

it('holds an event a line, behind those of an earlier run', async () => {
  await using directory = await temporaryDirectory();
  const path = join(directory.path, 'logs', 'events.ndjson');
  const [first, second, third] = [event(1), event(2), event(3)];
  new EventFile(path).append([first, second]);
  new EventFile(path).append([third]);
  expect(await lines(path)).toEqual([first, second, third]);
});

it('is not there before there is an event', async () => {
  await using directory = await temporaryDirectory();
  new EventFile(join(directory.path, 'events.ndjson')).append([]);
  expect(await readdir(directory.path)).toEqual([]);
});

it('begins anew when it is long, and keeps the one before', async () => {
  await using directory = await temporaryDirectory();
  const path = join(directory.path, 'events.ndjson');
  const file = new EventFile(path, 1);
  const events = [event(1), event(2), event(3)];
  for (const each of events) file.append([each]);
  expect(await lines(path)).toEqual([events[2]]);
  expect(await lines(`${path}.1`)).toEqual([events[1]]);
  expect(await readdir(directory.path)).toHaveLength(2);
});
