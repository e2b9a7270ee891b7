import { type Configuration, isMembers, type Json, type ProfileText } from '../document/document.ts';

/** A field that differs. `before` or `after` is absent where it is not set. */
export interface FieldChange {
  /** `name`, `triggers.GIT_PUSH_EVENT` or `triggers.SBOM_INGESTED.autoRemediation.cooldown`. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** How two profiles in canonical form differ. A trigger that only one of them has is one change, with its configuration. */
export function fieldChanges(before: ProfileText, after: ProfileText): readonly FieldChange[] {
  return [
    ...leafChanges('name', before.name, after.name),
    ...leafChanges('description', before.description, after.description),
    ...triggerChanges(settingsOf(before), settingsOf(after)),
  ];
}

type Settings = ReadonlyMap<string, Configuration>;

function settingsOf({ triggers }: ProfileText): Settings {
  return new Map(triggers.map(({ type, configuration = {} }) => [type, configuration]));
}

function triggerChanges(before: Settings, after: Settings): readonly FieldChange[] {
  const types = [...new Set([...before.keys(), ...after.keys()])];
  return types.flatMap((type) => {
    const path = `triggers.${type}`;
    const [old, fresh] = [before.get(type), after.get(type)];
    return old && fresh ? memberChanges(path, old, fresh) : leafChanges(path, old, fresh);
  });
}

function memberChanges(path: string, before: Configuration, after: Configuration): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [old, fresh] = [before[name], after[name]];
    const at = `${path}.${name}`;
    const hasMembers = isMembers(old) || isMembers(fresh);
    const isLeaf = !hasMembers || !isMembers(old ?? {}) || !isMembers(fresh ?? {});
    return isLeaf ? leafChanges(at, old, fresh) : memberChanges(at, membersOf(old), membersOf(fresh));
  });
}

function membersOf(value: Json | undefined): Configuration {
  return isMembers(value) ? value : {};
}

function leafChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}
