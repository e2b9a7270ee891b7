import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  globalId,
  parseNamespaceId,
  parseNodeId,
  parseProfileId,
  profileId,
} from '../../../functions/graphql/scalars/global-id.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';

const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('a global id', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('Group' as const, 'Project' as const), (id, model) => {
        expect(parseNodeId(model, globalId(model, id))).toBe(id);
      }),
    );
    fc.assert(
      fc.property(number, (id) => {
        expect(parseProfileId(profileId({ id }))).toEqual({ id });
      }),
    );
  });

  it('of one type is none of another', () => {
    fc.assert(
      fc.property(number, (id) => {
        expect(parseNodeId('Group', globalId('Project', id))).toBeUndefined();
        expect(parseNodeId('Project', globalId('Security::ScanProfile', id))).toBeUndefined();
        expect(parseProfileId(globalId('Group', id))).toBeUndefined();
      }),
    );
  });

  it('of a namespace is that of a group, under either name, and of nothing else', () => {
    fc.assert(
      fc.property(number, (id) => {
        expect(parseNamespaceId(globalId('Group', id))).toBe(id);
        expect(parseNamespaceId(globalId('Namespace', id))).toBe(id);
        expect(parseNamespaceId(globalId('Project', id))).toBeUndefined();
        expect(parseNodeId('Group', globalId('Namespace', id))).toBeUndefined();
      }),
    );
  });

  it('is no other text, and nothing that is no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
        expect(parseNodeId('Group', value)).toBeUndefined();
        expect(parseProfileId(value)).toBeUndefined();
      }),
    );
  });

  it.each([
    '0',
    '00',
    '01',
    '-1',
    '+1',
    '1.0',
    '1e3',
    '0x1',
    ' 1',
    '1 ',
    '1\n',
    '٣',
    '9007199254740993',
    'NaN',
    '',
  ])('has no number like "%s"', (text) => {
    expect(parseNodeId('Project', `gid://gitlab/Project/${text}`)).toBeUndefined();
    expect(parseProfileId(`gid://gitlab/Security::ScanProfile/${text}`)).toBeUndefined();
  });
});

describe('the global id of a template', () => {
  it.each(TEMPLATES.map(({ key }) => key))(
    '%s is read in snake_case and in CamelCase, and written in snake_case',
    (key) => {
      const camelCase = key.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      for (const text of [key, camelCase]) {
        expect(parseProfileId(`gid://gitlab/Security::ScanProfile/${text}`)).toEqual({ template: key });
      }
      expect(profileId({ template: key })).toBe(`gid://gitlab/Security::ScanProfile/${key}`);
    },
  );

  it.each([
    'nope',
    'secret',
    'secret__detection',
    'secret_detection_',
    'secretdetection',
    'SECRET_DETECTION',
    'constructor',
    '__proto__',
  ])('is not "%s"', (text) => {
    expect(parseProfileId(`gid://gitlab/Security::ScanProfile/${text}`)).toBeUndefined();
  });
});
