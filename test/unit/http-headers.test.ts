import { expect, it } from 'vitest';
import { requestHeaders } from '../../shared/http/request-headers.ts';

it('leaves out headers that HTTP cannot have', () => {
  const headers = requestHeaders({
    'x y': '1',
    '': '2',
    a: 'ſ',
    b: 'x\ny',
    c: 'ü',
    Accept: 'text/html',
    accept: 'b',
  });
  expect([...headers]).toEqual([
    ['accept', 'text/html, b'],
    ['c', 'ü'],
  ]);
});
