import { describe, expect, it } from 'vitest';
import { type Json, resolveIntrinsics, TemplateError } from '../../../local/template/intrinsics.ts';

const NAMES = new Map<string, Json>([
  ['Queue', 'http://queue'],
  ['AWS::Region', 'us-east-1'],
  ['Size', 3],
  ['Queue.Arn', 'arn:queue'],
  ['Queue.A.B', 'nested'],
]);

const REFERENCES = {
  ref: (name: string): Json | undefined => NAMES.get(name),
  attribute: (id: string, name: string): Json | undefined => NAMES.get(`${id}.${name}`),
};

function resolve(value: Json): Json {
  return resolveIntrinsics(value, REFERENCES);
}

describe('intrinsic functions', () => {
  it.each<[string, Json, Json]>([
    ['Ref', { Ref: 'Queue' }, 'http://queue'],
    ['Ref to a number', { Ref: 'Size' }, 3],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
    ['Fn::GetAtt with a dot in the attribute', { 'Fn::GetAtt': 'Queue.A.B' }, 'nested'],
    ['Fn::Join', { 'Fn::Join': [':', ['a', { Ref: 'AWS::Region' }, { Ref: 'Size' }]] }, 'a:us-east-1:3'],
    ['Fn::Split', { 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
    ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['Fn::Sub', { 'Fn::Sub': '${AWS::Region}/${Queue.Arn}/${!literal}' }, 'us-east-1/arn:queue/${literal}'],
    ['Fn::Sub with values', { 'Fn::Sub': ['${x}-${Size}', { x: { Ref: 'Queue' } }] }, 'http://queue-3'],
    [
      'what stands inside',
      { a: [{ b: { Ref: 'Queue' } }], c: null, d: true },
      { a: [{ b: 'http://queue' }], c: null, d: true },
    ],
    ['an object that only looks like one', { Ref: 'Queue', other: 1 }, { Ref: 'Queue', other: 1 }],
  ])('%s', (_what, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it.each<[string, Json, string]>([
    ['a name that is not in the template', { Ref: 'Nobody' }, 'Nobody'],
    ['an attribute that is not known', { 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Queue.Colour'],
    ['a function that is not known', { 'Fn::ImportValue': ['x'] }, 'Fn::ImportValue'],
    ['an element that is not there', { 'Fn::Select': ['5', ['a']] }, '5'],
    ['a list where text is needed', { 'Fn::Join': ['', [['a']]] }, 'Fn::Join'],
  ])('refuses %s, and says which', (_what, value, named) => {
    expect(() => resolve(value)).toThrow(TemplateError);
    expect(() => resolve(value)).toThrow(named);
  });
});
