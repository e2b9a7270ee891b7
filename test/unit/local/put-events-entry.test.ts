import { describe, expect, it } from 'vitest';
import { bytesOf, type Entry, readEntry } from '../../../local/bus/entries.ts';

const NOW = Date.parse('2026-11-22T10:11:12.987Z');
const GOOD: Entry = {
  Source: 'gitlab',
  DetailType: 'ProjectTransferredEvent',
  Detail: '{"project_id":7}',
  EventBusName: 'tree',
};

function read(change: Partial<Entry>): ReturnType<typeof readEntry> {
  return readEntry({ ...GOOD, ...change }, new Set(['default', 'tree']), NOW);
}

describe('an entry of PutEvents', () => {
  it('becomes an event, its time cut to seconds', () => {
    expect(read({ Time: 1_700_000_000.9, Resources: ['arn:x'] })).toMatchObject({
      kind: 'accepted',
      busName: 'tree',
      event: {
        version: '0',
        'detail-type': 'ProjectTransferredEvent',
        source: 'gitlab',
        account: '000000000000',
        time: '2023-11-14T22:13:20Z',
        region: 'us-east-1',
        resources: ['arn:x'],
        detail: { project_id: 7 },
      },
    });
  });

  it('is of now if it has no time', () => {
    expect(read({})).toMatchObject({ event: { time: '2026-11-22T10:11:12Z' } });
  });

  it.each([
    ['nothing', undefined, 'default'],
    ['a name', 'tree', 'tree'],
    ['an ARN', 'arn:aws:events:us-east-1:000000000000:event-bus/tree', 'tree'],
  ])('names its bus by %s', (_what, EventBusName, busName) => {
    expect(read({ EventBusName })).toMatchObject({ busName });
  });

  it.each<[string, Partial<Entry>, string]>([
    ['no source', { Source: undefined }, 'InvalidArgument'],
    ['no type', { DetailType: '' }, 'InvalidArgument'],
    ['no detail', { Detail: undefined }, 'InvalidArgument'],
    ['a detail that is not JSON', { Detail: '{' }, 'MalformedDetail'],
    ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
    ['a source of AWS', { Source: 'aws.s3' }, 'NotAuthorizedForSourceException'],
    ['a bus that is not there', { EventBusName: 'other' }, 'InvalidArgument'],
  ])('is refused with %s', (_what, change, code) => {
    expect(read(change)).toMatchObject({ kind: 'refused', code });
  });

  it('is measured as EventBridge measures it', () => {
    expect(bytesOf({ Source: 'ü', DetailType: 'ab', Detail: '{}', Resources: ['x'] })).toBe(2 + 2 + 2 + 1);
    expect(bytesOf({ Time: 1, Source: 'a', DetailType: 'b', Detail: '{}' })).toBe(14 + 4);
  });
});
