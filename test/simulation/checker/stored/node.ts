import type { RawItem } from '../../observed.ts';
import { mapOf, numberOf, optionalMap, optionalNumber, optionalText, textOf } from './fields.ts';

export interface Attachment {
  readonly seq: number;
  readonly operationId: string;
  readonly origin: string | undefined;
}

export interface Decided {
  readonly seq: number;
  readonly operationId: string;
  readonly rootId: number;
  /** Of the attachment that it took away. */
  readonly removed: Attachment | undefined;
}

export interface State {
  readonly version: number;
  readonly rootId: number | null;
  readonly rootVersion: number;
  readonly attachments: ReadonlyMap<number, Attachment>;
  /** By profile, or by what else is decided about: `TYPE#…`, `STOP#…`, `PAST#operation#profile`. */
  readonly decided: ReadonlyMap<string, Decided>;
}

/** A group or a project. */
export interface TreeNode {
  readonly isGroup: boolean;
  readonly id: number;
  readonly parentId: number | null;
  /** The last part of its path. */
  readonly slug: string;
  readonly version: number;
  readonly isDeleted: boolean;
  /** It was created, moved or renamed, and operations have not been told of it yet. */
  readonly isUnsettled: boolean;
  /** Of a project that is not deleted. */
  readonly state: State | undefined;
}

export function readNode(item: RawItem): TreeNode {
  const state = optionalMap(item, 'state');
  const isDeleted = item['deletedAt'] !== undefined;
  const isGroup = textOf(item, 'kind') === 'group';
  return {
    isGroup,
    id: numberOf(item, 'id'),
    parentId: item['parentId'] === null ? null : numberOf(item, 'parentId'),
    slug: textOf(item, 'slug'),
    version: numberOf(item, 'version'),
    isDeleted,
    isUnsettled: item['unsettledSince'] !== undefined,
    state: isGroup || isDeleted ? undefined : state ? readState(state) : NEW_STATE,
  };
}

const NEW_STATE: State = {
  version: 0,
  rootId: null,
  rootVersion: 0,
  attachments: new Map(),
  decided: new Map(),
};

function readState(state: RawItem): State {
  const attachments = mapOf(state, 'attachments');
  const decided = mapOf(state, 'decided');
  return {
    version: numberOf(state, 'version'),
    rootId: state['rootId'] === null ? null : numberOf(state, 'rootId'),
    rootVersion: numberOf(state, 'rootVersion'),
    attachments: new Map(
      Object.keys(attachments).map((id) => [Number(id), readAttachment(mapOf(attachments, id))]),
    ),
    decided: new Map(Object.keys(decided).map((key) => [key, readDecided(mapOf(decided, key))])),
  };
}

function readAttachment(attachment: RawItem): Attachment {
  return {
    seq: numberOf(attachment, 'seq'),
    operationId: textOf(attachment, 'operationId'),
    origin: optionalText(attachment, 'origin'),
  };
}

function readDecided(decided: RawItem): Decided {
  const removed = optionalMap(decided, 'removed');
  return {
    seq: numberOf(decided, 'seq'),
    operationId: textOf(decided, 'operationId'),
    rootId: optionalNumber(decided, 'rootId') ?? 0,
    removed: removed && readAttachment(removed),
  };
}
