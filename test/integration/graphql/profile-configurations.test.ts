import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergeDefaults, stripDefaults } from '../../../shared/domain/scan-types/configuration.ts';
import {
  configurationOf,
  SCAN_TYPES,
  TRIGGERS,
  triggersOf,
} from '../../../shared/domain/scan-types/scan-types.ts';
import { KINDS, ROWS } from '../../support/configuration-members.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import {
  type MemberRow,
  memberRows,
  misfits,
  valuesAt,
  valuesBeyond,
  valuesWith,
} from './support/member-values.ts';
import { edit, given, newProfile, type ProfileInput, send, writesIn } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi('PROCESS');
  await api.world.group(1, null);
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

function inputWith({ scanType, trigger, kind, path }: MemberRow, value: unknown): ProfileInput {
  const configuration = given(kind.member, valuesWith(path, value));
  return newProfile({ scanType, triggers: [{ triggerType: trigger, configuration }] });
}

const rows = ROWS.flatMap(memberRows).map((row) => ({ ...row, name: row.path.join('.') }));

describe.each(rows)('$scanType by $trigger with $name', (row) => {
  const { trigger, kind, path, bounds } = row;
  const values = (value: unknown) => valuesWith(path, value);

  it.each(valuesAt(bounds).map((value) => ({ value })))('takes $value, and shows it', async ({ value }) => {
    const { errors, scanProfile } = await edit(api, 'Create', inputWith(row, value));
    expect(errors).toEqual([]);
    const merged = mergeDefaults(kind, values(value));
    expect(scanProfile?.configuration).toEqual({ [trigger]: merged });
    expect(scanProfile?.triggerSettings).toMatchObject([
      {
        triggerType: trigger,
        overrides: stripDefaults(kind, values(value)),
        configuration: { ...merged, __typename: kind.output },
      },
    ]);
  });

  it.each(valuesBeyond(bounds).map(([value, line]) => ({ value, line })))(
    'refuses what breaks a bound, by path and bound: $line',
    async ({ value, line }) => {
      const { errors, scanProfile, operation } = await edit(api, 'Create', inputWith(row, value));
      const place = `triggers[0].configuration.${kind.member}.${path.join('.')}`;
      expect({ errors, scanProfile, operation }).toEqual({
        errors: [place + line],
        scanProfile: null,
        operation: null,
      });
      expect(writesIn(api)).toEqual([]);
    },
  );

  it.each(misfits(bounds).map(([value, below]) => ({ value, below })))(
    'refuses what is something else: $value',
    async ({ value, below }) => {
      const answer = await send(api, 'Create', inputWith(row, value));
      const place = `input.triggers[0].configuration.${kind.member}.${path.join('.')}${below}`;
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining(`at "${place}"`), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(answer.data).toBeUndefined();
      expect(api.commands).toEqual([]);
    },
  );

  it('takes null for nothing', async () => {
    const { scanProfile } = await edit(api, 'Create', inputWith(row, null));
    expect(scanProfile?.configuration).toEqual({ [trigger]: kind.defaults });
  });
});

const pairs = SCAN_TYPES.flatMap((scanType) => TRIGGERS.map((trigger) => ({ scanType, trigger })));

describe.each(pairs)('$scanType by $trigger', ({ scanType, trigger }) => {
  const allowed = triggersOf(scanType);
  const kind = configurationOf(scanType, trigger);
  const others = KINDS.filter((other) => other !== kind);

  /** Why a configuration that does not fit is refused. */
  const refusal = (member: string): string => {
    if (allowed.length === 0)
      return `scanType ${scanType} is not supported yet: no scan profile can be made of it`;
    if (!allowed.includes(trigger))
      return `triggers[0]: ${trigger} is no trigger of ${scanType}, which allows ${allowed.join(', ')}`;
    if (!kind) return `triggers[0].configuration: ${trigger} of ${scanType} takes no configuration`;
    return `triggers[0].configuration.${member}: does not fit ${trigger} of ${scanType}, which takes ${kind.member}`;
  };

  it.each(others)('is refused with the configuration $member, and nothing is written', async ({ member }) => {
    const triggers = [{ triggerType: trigger, configuration: given(member, {}) }];
    expect(await edit(api, 'Create', newProfile({ scanType, triggers }))).toMatchObject({
      errors: [refusal(member)],
      scanProfile: null,
      operation: null,
    });
    expect(writesIn(api)).toEqual([]);
  });

  it(`is ${allowed.includes(trigger) ? 'taken' : 'refused'} without a configuration`, async () => {
    const input = newProfile({ scanType, triggers: [{ triggerType: trigger }] });
    const { errors, scanProfile } = await edit(api, 'Create', input);
    expect(errors).toEqual(allowed.includes(trigger) ? [] : [refusal('')]);
    const expected = { triggers: [trigger], configuration: kind ? { [trigger]: kind.defaults } : {} };
    if (allowed.includes(trigger)) expect(scanProfile).toMatchObject(expected);
    else expect(writesIn(api)).toEqual([]);
  });
});
