import { describe, expect, it } from 'vitest';
import { PatternError } from '../../../local/bus/filters.ts';
import { compilePattern } from '../../../local/bus/pattern.ts';
import type { Json } from '../../../local/template/intrinsics.ts';

const EVENT = {
  source: 'gitlab',
  'detail-type': 'ProjectTransferredEvent',
  detail: {
    project_id: 7,
    name: 'Perl',
    nothing: null,
    done: false,
    tags: ['a', 'b'],
    hosts: [{ id: 1 }, { id: 2 }],
  },
};

function matches(pattern: Record<string, Json>): boolean {
  return compilePattern(pattern)(EVENT);
}

describe('an event pattern', () => {
  it.each<[string, Record<string, Json>, boolean]>([
    ['one of several values', { 'detail-type': ['GroupTransferredEvent', 'ProjectTransferredEvent'] }, true],
    ['none of the values', { 'detail-type': ['GroupTransferredEvent'] }, false],
    ['every key', { source: ['gitlab'], detail: { project_id: [8] } }, false],
    ['a number, not its text', { detail: { project_id: ['7'] } }, false],
    ['null', { detail: { nothing: [null] } }, true],
    ['false', { detail: { done: [false] } }, true],
    ['any element of an array', { detail: { tags: ['b'] } }, true],
    ['a key of any object in an array', { detail: { hosts: { id: [2] } } }, true],
    ['a prefix', { source: [{ prefix: 'git' }] }, true],
    ['a prefix whatever the case', { source: [{ prefix: { 'equals-ignore-case': 'GIT' } }] }, true],
    ['a prefix of a number', { detail: { project_id: [{ prefix: '7' }] } }, false],
    ['a suffix', { 'detail-type': [{ suffix: 'Event' }] }, true],
    ['equal but for the case', { detail: { name: [{ 'equals-ignore-case': 'pERL' }] } }, true],
    ['anything but this', { source: [{ 'anything-but': 'gitlab' }] }, false],
    ['anything but others', { source: [{ 'anything-but': ['github', 'gitea'] }] }, true],
    ['anything but a number', { detail: { project_id: [{ 'anything-but': [7] }] } }, false],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'git' } }] }, false],
    ['anything but a suffix', { source: [{ 'anything-but': { suffix: ['hub', 'ea'] } }] }, true],
    ['anything but, where there is nothing', { detail: { absent: [{ 'anything-but': 'x' }] } }, false],
    ['a number in a range', { detail: { project_id: [{ numeric: ['>', 5, '<=', 7] }] } }, true],
    ['a number out of range', { detail: { project_id: [{ numeric: ['<', 7] }] } }, false],
    ['text where a number is asked for', { detail: { name: [{ numeric: ['=', 7] }] } }, false],
    ['something that exists', { detail: { project_id: [{ exists: true }] } }, true],
    ['something that is null exists', { detail: { nothing: [{ exists: true }] } }, true],
    ['something that does not exist', { detail: { absent: [{ exists: false }] } }, true],
    ['present where it must be absent', { detail: { project_id: [{ exists: false }] } }, false],
    ['either of two', { $or: [{ source: ['x'] }, { detail: { project_id: [7] } }] }, true],
    ['neither of two', { source: ['gitlab'], $or: [{ source: ['x'] }, { source: ['y'] }] }, false],
  ])('%s', (_what, pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  it.each<[string, Record<string, Json>]>([
    ['is empty', {}],
    ['has a value that is no list', { source: 'gitlab' }],
    ['has an empty list', { source: [] }],
    ['has an operator that is not known', { source: [{ wildcard: 'g*' }] }],
    ['has half a comparison', { detail: { project_id: [{ numeric: ['>'] }] } }],
    ['compares with text', { detail: { project_id: [{ numeric: [5, '>'] }] } }],
    ['has no alternative', { $or: [] }],
  ])('is refused if it %s', (_what, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
  });
});
