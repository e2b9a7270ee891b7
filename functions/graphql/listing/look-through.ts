import { type AttachmentStatus, statusesOf } from '../../../shared/domain/scan-status/attachment-status.ts';
import { heldUnder, visibleAttachments } from '../../../shared/domain/visible-attachments.ts';
import { readScannedProjects } from '../../../shared/storage/scan-results.ts';
import type { RequestContext } from '../context.ts';
import { ahead } from './ahead.ts';
import type { Position } from './position.ts';
import { type Stretch, stretches } from './stretches.ts';
import { walk, type Way } from './walk.ts';

/** A project with what it shows. */
export interface Seen extends Position {
  readonly id: number;
  readonly attachments: readonly AttachmentStatus[];
}

export interface SeenStretch extends Pick<Stretch, 'end' | 'isLast'> {
  /** Those that are still where the walk came by them. */
  readonly seen: readonly Seen[];
}

/** Which projects are looked at, and for what. */
export interface Look extends Omit<Way, 'pageSize'> {
  readonly rootId: number;
  /** Projects at most, and groups at most. */
  readonly maximum: number;
  /** Where it is false, attachments look as if nothing had been scanned. It saves every second item. */
  readonly withScans: boolean;
}

/** As many items as one call reads, with and without scans. */
const ITEMS = 100;

/** Stretches that are read while others are used. */
const AT_ONCE = 4;

/** Children of a group to a query. */
const PAGE = 1_000;

/**
 * Looks at the projects of a group, one stretch after the other, until the time of the request is up. It goes by what the
 * caller may read of the group, which holds for everything below it.
 */
export function lookThrough(
  { environment: { table, clock }, loaders, deadline }: RequestContext,
  { rootId, maximum, withScans, ...way }: Look,
): AsyncGenerator<SeenStretch, void, void> {
  const bounds = {
    size: withScans ? ITEMS / 2 : ITEMS,
    maximum,
    isOver: (): boolean => clock.now() > deadline,
  };
  const pageSize = Math.min(PAGE, maximum);
  return ahead(stretches(walk(table, { ...way, pageSize }), bounds), AT_ONCE, async (stretch) => {
    const { projects, ...rest } = stretch;
    const ids = projects.map(({ id }) => id);
    const found = await readScannedProjects(table, ids, { withScans });
    const held = [...found.values()].flatMap(({ project }) => heldUnder(rootId, project.state));
    const active = await loaders.activeProfiles(rootId, [...new Set(held)]);
    const profiles = new Map(active.map((profile) => [profile.id, profile]));
    const now = clock.now();
    const seen = projects.flatMap((position) => {
      const { project, scans } = found.get(position.id) ?? {};
      // Whoever has moved away in between is looked at where it is now, if at all.
      if (project?.parentId !== position.groupId) return [];
      const visible = visibleAttachments(rootId, project.state, profiles);
      return [{ ...position, attachments: statusesOf(visible, scans?.histories, now) }];
    });
    return { ...rest, seen };
  });
}
