import { describe, expect, it } from 'vitest';
import { childPages, MAXIMUM_FRONTIER } from '../../../shared/domain/frontier.ts';
import type { GroupNode } from '../../../shared/domain/node.ts';
import { walkUp } from '../../../shared/domain/place.ts';
import { findTemplate, TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';

describe('a template', () => {
  it.each([
    'secret_detection',
    'SecretDetection',
    'sast',
    'Sast',
    'SAST',
    'dependency_scanning',
    'DependencyScanning',
  ])('is found as %s', (spelling) => {
    expect(TEMPLATES).toContain(findTemplate(spelling));
  });

  it.each(['', 'secretdetection', 'secret-detection', 'Secret_Detection', 'secret_Detection', 'nothing'])(
    'is not found as %j',
    (spelling) => {
      expect(findTemplate(spelling)).toBeUndefined();
    },
  );
});

describe('child pages', () => {
  const groups = (count: number) => Array.from({ length: count }, (_, groupId) => ({ groupId, level: 1 }));

  it('are none where nothing is left', () => {
    expect(childPages('G', [])).toEqual([]);
  });

  it('are a chain with short names while one page holds the rest', () => {
    let pageId = 'G';
    for (let link = 0; link < 2000; link += 1) pageId = childPages(pageId, groups(1))[0]?.pageId ?? '';
    expect(pageId).toBe('G~2000');
  });

  it('share the rest out evenly, each group once', () => {
    const children = childPages('G~3', groups(2 * MAXIMUM_FRONTIER + 1));
    expect(children.map(({ pageId }) => pageId)).toEqual(['G~3.0', 'G~3.1', 'G~3.2']);
    expect(children.flatMap(({ frontier }) => frontier)).toEqual(groups(2 * MAXIMUM_FRONTIER + 1));
    for (const { frontier } of children) expect(frontier.length).toBeLessThanOrEqual(MAXIMUM_FRONTIER);
  });
});

describe('a walk up', () => {
  const group = (id: number, parentId: number | null, version = 0): GroupNode => ({
    kind: 'group',
    id,
    parentId,
    version,
    slug: `g${id}`,
    name: `g${id}`,
    placedAt: 0,
    namedAt: 0,
    changedAt: 0,
    chain: [],
  });
  const chain = (length: number) =>
    new Map(
      Array.from({ length }, (_, index) => [
        index,
        group(index, index + 1 < length ? index + 1 : null, index),
      ]),
    );

  it('finds the root and the highest version on the way', () => {
    const walk = walkUp(0, chain(20));
    expect(walk).toMatchObject({ result: 'FOUND', place: { root: { id: 19 }, version: 19 } });
  });

  it('takes more than twenty levels, circles and gaps for broken', () => {
    expect(walkUp(0, chain(21))).toMatchObject({ result: 'BROKEN', reason: 'TOO_DEEP' });
    expect(
      walkUp(
        1,
        new Map([
          [1, group(1, 2)],
          [2, group(2, 1)],
        ]),
      ),
    ).toMatchObject({ reason: 'CYCLE' });
    expect(
      walkUp(
        1,
        new Map([
          [1, group(1, 2)],
          [2, undefined],
        ]),
      ),
    ).toMatchObject({ reason: 'ABSENT', groupId: 2 });
  });

  it('says which group it has to read', () => {
    expect(walkUp(1, new Map([[1, group(1, 2)]]))).toEqual({ result: 'UNREAD', groupId: 2, visited: [1] });
  });
});
