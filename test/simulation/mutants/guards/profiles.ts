import { type Mutant, patch } from '../mutant.ts';

const PROFILES = 'shared/storage/profiles.ts';
const DELETE_PROFILE = 'shared/pipeline/profiles/delete-profile.ts';

/** Profiles: one recommended one of a template, and nothing of what is deleted. */
export const PROFILE_GUARDS: readonly Mutant[] = [
  {
    name: 'unique-name',
    race: 'findOrCreate',
    guard: 'a name is taken by an item of its own, in the transaction that makes the profile',
    without: 'two who need the recommended profile at once make two',
    patches: [
      patch(
        PROFILES,
        "putNew('name', profileNameKey(created.rootId, created.scanType, created.name), { profileId: created.id }),",
        "put('name', profileNameKey(created.rootId, created.scanType, created.name), { profileId: created.id }),",
      ),
    ],
  },
  {
    name: 'one-transaction',
    race: 'findOrCreate',
    guard: 'a profile is made in one transaction with its name',
    without: 'a name that is taken by no profile',
    patches: [
      patch(
        'shared/pipeline/profiles/recommended-profile.ts',
        'const { result } = await transact(env.table, configuredProfile(created, overrides));',
        "const pieces = configuredProfile(created, overrides);\n    await transact(env.table, pieces.filter(({ name }) => name === 'name'));\n    const { result } = await transact(env.table, pieces.filter(({ name }) => name !== 'name'));",
      ),
    ],
  },
  {
    name: 'active-only',
    race: 'deletion',
    guard: 'only profiles that are ACTIVE are shown',
    without: 'a deleted profile is seen on a project until it is taken off',
    patches: [
      patch(
        'shared/domain/visible-attachments.ts',
        "profile?.status === 'ACTIVE' && attachment",
        'profile && attachment',
      ),
      patch(
        'functions/graphql/loaders.ts',
        "return profiles.filter((profile) => profile !== undefined).filter(({ status }) => status === 'ACTIVE');",
        'return profiles.filter((profile) => profile !== undefined);',
      ),
    ],
  },
  {
    name: 'deleting-first',
    race: 'deletion',
    guard: 'a profile is DELETING from the acceptance of its deletion on',
    without: 'a project that is attached while the deletion goes through the root keeps a deleted profile',
    patches: [
      patch(
        PROFILES,
        "':active': 'ACTIVE', ':deleting': 'DELETING'",
        "':active': 'ACTIVE', ':deleting': 'ACTIVE'",
      ),
    ],
  },
  {
    name: 'attach-only-active',
    race: 'deletion',
    guard: 'an attach of a profile that is not ACTIVE any longer is skipped',
    without: 'a job that was accepted before the deletion attaches what is deleted',
    patches: [
      patch(
        'shared/domain/changes/attach.ts',
        'if (!context.activeProfiles.has(change.profileId)) {',
        'if (change.profileId < 0) {',
      ),
    ],
  },
  {
    name: 'whole-root',
    race: 'deletion',
    guard: 'a deletion is a detach over the whole root',
    without: 'projects hold a profile that is deleted',
    patches: [
      patch(
        DELETE_PROFILE,
        'const target = { projectIds: [], groupIds: [rootId] };',
        'const target = { projectIds: [], groupIds: [] };',
      ),
    ],
  },
  {
    name: 'deleted-with-the-end',
    race: 'deletion',
    guard: 'a profile is DELETED with the transaction that ends its deletion',
    without: 'a profile is DELETING for ever',
    patches: [
      patch(
        'shared/pipeline/finish.ts',
        'return deletion ? finishDeletion(operation.rootId, deletion.profileId, now) : [];',
        'return deletion && now < 0 ? finishDeletion(operation.rootId, deletion.profileId, now) : [];',
      ),
    ],
  },
  {
    name: 'deletion-is-recorded',
    race: 'records',
    guard: 'to a deletion its own profile counts as there, so that it takes it away by name',
    without: 'it goes without a word, and the record of the deletion does not list it',
    patches: [
      patch(
        'shared/pipeline/context.ts',
        '.filter(({ profileId }) => deletes(operation) || (operation.dryRun',
        '.filter(({ profileId }) => (operation.dryRun',
      ),
    ],
  },
  {
    name: 'gone-while-away',
    race: 'deletion',
    guard: 'a re-home that finds a project back takes off what was deleted meanwhile',
    without: 'a project that was away during the deletion keeps the profile',
    patches: [
      patch(
        'shared/domain/changes/rehome.ts',
        'const inactive = isItsRoot ? inactiveIn(state, context) : [];',
        'const inactive: string[] = isItsRoot ? [] : [];',
      ),
    ],
  },
  {
    name: 'inactive-do-not-count',
    race: 'deletion',
    guard: 'what is attached of profiles that are not ACTIVE goes with any write, and does not count',
    without: 'a deleted profile holds one of the ten places',
    patches: [
      patch(
        'shared/domain/changes/edits.ts',
        'if (state.rootId === place.root.id) return withoutInactive(state, context);',
        'if (state.rootId === place.root.id) return state;',
      ),
    ],
  },
];
