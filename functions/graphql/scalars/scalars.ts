import { GraphQLScalarType } from 'graphql';
import * as z from 'zod';
import { TEMPLATES } from '../../../shared/domain/scan-types.ts';
import { badInput } from '../errors/refusals.ts';
import { globalId, parseNodeId, parseProfileId, profileId } from './global-id.ts';

const number = z.number();
const reference = z.union([z.object({ id: z.number() }), z.object({ template: z.string() })]);

function parsed<T>(name: string, expected: string, value: T | undefined): T {
  if (value === undefined) throw badInput(`a ${name} is ${expected}`);
  return value;
}

export const GroupID = new GraphQLScalarType<number, string>({
  name: 'GroupID',
  parseValue: (value) => parsed('GroupID', '"gid://gitlab/Group/N"', parseNodeId('Group', value)),
  serialize: (value) => globalId('Group', number.parse(value)),
});

export const ProjectID = new GraphQLScalarType<number, string>({
  name: 'ProjectID',
  parseValue: (value) => parsed('ProjectID', '"gid://gitlab/Project/N"', parseNodeId('Project', value)),
  serialize: (value) => globalId('Project', number.parse(value)),
});

const KEYS = TEMPLATES.map(({ key }) => key).join(', ');
const PROFILE_IDS = `"gid://gitlab/Security::ScanProfile/N", N the number of a profile or one of ${KEYS}`;

export const SecurityScanProfileID = new GraphQLScalarType({
  name: 'SecurityScanProfileID',
  parseValue: (value) => parsed('SecurityScanProfileID', PROFILE_IDS, parseProfileId(value)),
  serialize: (value) => profileId(reference.parse(value)),
});

/** Epoch milliseconds inside, ISO 8601 outside. Nothing takes one as input yet. */
export const Time = new GraphQLScalarType<number, string>({
  name: 'Time',
  serialize: (value) => new Date(number.parse(value)).toISOString(),
});

export const scalars: readonly GraphQLScalarType[] = [GroupID, ProjectID, SecurityScanProfileID, Time];
