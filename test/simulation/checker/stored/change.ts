import type { Change, RawItem } from '../../observed.ts';
import { numberOf, optionalNumber, textOf } from './fields.ts';
import { readNode, type TreeNode } from './node.ts';
import { type Operation, readOperation } from './operation.ts';
import { type Page, readExceptions, readPage } from './page.ts';
import { type Profile, readProfile } from './profile.ts';

/** An item before and after a command; absent where there was none, or is none any more. */
interface Pair<Stored> {
  readonly before: Stored | undefined;
  readonly after: Stored | undefined;
}

/** An open page, or the END of an operation. */
export interface Open {
  readonly operationId: string;
  readonly pageId: string;
}

/** What stands under a group, or among the top-level groups. */
export interface Child {
  readonly isGroup: boolean;
  readonly id: number;
}

export interface Claim {
  readonly operationId: string;
  readonly createdAt: number;
}

/** What changed, by the entity that it is an item of. */
export type Read =
  | ({ readonly of: 'NODE' } & Pair<TreeNode>)
  | ({ readonly of: 'EDGE'; readonly key: string } & Pair<Child>)
  | ({ readonly of: 'PROFILE' } & Pair<Profile>)
  | ({ readonly of: 'NAME'; readonly rootId: number; readonly key: string } & Pair<number>)
  | ({ readonly of: 'POINTER'; readonly profileId: number } & Pair<number>)
  | ({ readonly of: 'CONFIGURATION'; readonly profileId: number; readonly digest: string } & Pair<RawItem>)
  | ({ readonly of: 'OPERATION' } & Pair<Operation>)
  | ({ readonly of: 'PAGE'; readonly operationId: string; readonly pageId: string } & Pair<Page>)
  | ({
      readonly of: 'EXCEPTIONS';
      readonly operationId: string;
      readonly pageId: string;
      /** UNCHANGED, SKIPPED, FAILED, or APPLIED where that has a code too. */
      readonly outcome: string;
    } & Pair<ReadonlyMap<number, string>>)
  | ({ readonly of: 'OPEN'; readonly key: string } & Pair<Open>)
  | ({ readonly of: 'SEQUENCE'; readonly rootId: number } & Pair<number>)
  | ({ readonly of: 'PLACEMENT' } & Pair<number>)
  | ({ readonly of: 'CLAIM'; readonly key: string } & Pair<Claim>)
  | ({ readonly of: 'PARKED'; readonly key: string; readonly node: string } & Pair<RawItem>);

/** Undefined for an item that no promise here is about. */
export function readChange({ PK, SK, before, after }: Change): Read | undefined {
  const [kind = '', id = ''] = PK.split('#');
  const pair = <Stored>(read: (item: RawItem) => Stored): Pair<Stored> => ({
    before: before && read(before),
    after: after && read(after),
  });
  switch (kind) {
    case 'GROUP':
    case 'PROJECT':
      if (SK === '#NODE') return { of: 'NODE', ...pair(readNode) };
      return /^[GP]#/.test(SK) ? { of: 'EDGE', key: `${PK} ${SK}`, ...pair(readChild) } : undefined;
    case 'ROOT':
      return readOfRoot(Number(id), SK, pair);
    case 'PROFILE':
      return readOfProfile(Number(id), SK, pair);
    case 'OPERATION':
      return readOfOperation(id, SK, pair);
    case 'OPEN':
      return { of: 'OPEN', key: `${PK} ${SK}`, ...pair(readOpen) };
    case 'COUNTER':
      return SK === 'PLACEMENT' ? { of: 'PLACEMENT', ...pair((item) => numberOf(item, 'n')) } : undefined;
    case 'IDEMPOTENCY':
      return { of: 'CLAIM', key: `${PK} ${SK}`, ...pair(readClaim) };
    case 'PARKED':
      return { of: 'PARKED', key: SK, node: nodeOf(SK), ...pair((item) => item) };
    default:
      return undefined;
  }
}

type PairOf = <Stored>(read: (item: RawItem) => Stored) => Pair<Stored>;

function readOfRoot(rootId: number, SK: string, pair: PairOf): Read | undefined {
  if (SK === 'SEQUENCE') return { of: 'SEQUENCE', rootId, ...pair((item) => numberOf(item, 'n')) };
  if (SK.startsWith('PROFILE#')) return { of: 'PROFILE', ...pair(readProfile) };
  if (SK.startsWith('NAME#'))
    return { of: 'NAME', rootId, key: SK, ...pair((item) => numberOf(item, 'profileId')) };
  return undefined;
}

function readOfProfile(profileId: number, SK: string, pair: PairOf): Read | undefined {
  if (SK === '#ROOT') return { of: 'POINTER', profileId, ...pair((item) => numberOf(item, 'rootId')) };
  const [name, digest = ''] = SK.split('#');
  return name === 'CONFIGURATION'
    ? { of: 'CONFIGURATION', profileId, digest, ...pair((item) => item) }
    : undefined;
}

function readOfOperation(operationId: string, SK: string, pair: PairOf): Read | undefined {
  if (SK === '#HEADER') return { of: 'OPERATION', ...pair(readOperation) };
  const [name, second = '', ...rest] = SK.split('#');
  if (name === 'PAGE') return { of: 'PAGE', operationId, pageId: second, ...pair(readPage) };
  if (name !== 'EXCEPTIONS') return undefined;
  return { of: 'EXCEPTIONS', operationId, pageId: rest.join('#'), outcome: second, ...pair(readExceptions) };
}

function readChild(item: RawItem): Child {
  return { isGroup: textOf(item, 'SK').startsWith('G#'), id: numberOf(item, 'id') };
}

function readOpen(item: RawItem): Open {
  return { operationId: textOf(item, 'operationId'), pageId: textOf(item, 'pageId') };
}

function readClaim(item: RawItem): Claim {
  return {
    operationId: textOf(item, 'operationId'),
    createdAt: optionalNumber(item, 'createdAt') ?? 0,
  };
}

/** The node that a parked event waits for: `GROUP#12#event`. */
function nodeOf(SK: string): string {
  const [kind = '', id = ''] = SK.split('#');
  return `${kind.toLowerCase()}:${id}`;
}
