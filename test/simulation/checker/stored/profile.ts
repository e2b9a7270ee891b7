import type { RawItem } from '../../observed.ts';
import { mapOf, numberOf, optionalText, textOf, textsOf } from './fields.ts';

export interface Profile {
  readonly id: number;
  readonly rootId: number;
  readonly scanType: string;
  readonly name: string;
  readonly templateKey: string | undefined;
  readonly status: string;
  readonly triggers: readonly string[];
  readonly digests: readonly string[];
  readonly lockVersion: number;
}

export function readProfile(item: RawItem): Profile {
  const digests = item['configurationDigests'] === undefined ? {} : mapOf(item, 'configurationDigests');
  return {
    id: numberOf(item, 'id'),
    rootId: numberOf(item, 'rootId'),
    scanType: textOf(item, 'scanType'),
    name: textOf(item, 'name'),
    templateKey: optionalText(item, 'templateKey'),
    status: textOf(item, 'status'),
    triggers: textsOf(item, 'triggers'),
    digests: Object.keys(digests).map((trigger) => textOf(digests, trigger)),
    lockVersion: numberOf(item, 'lockVersion'),
  };
}
