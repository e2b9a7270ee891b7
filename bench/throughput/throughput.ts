import * as bundled from '../../infra/bundle/replacements/fetch.ts';
import { authenticator } from '../../shared/authentication/authenticate.ts';
import { tokenVerifier } from '../../shared/authentication/issuer/verify.ts';
import { groupRef } from '../../shared/domain/node.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { customProfiles } from '../../test/support/custom-profiles.ts';
import { startEngine } from '../../test/support/engine.ts';
import { letHold } from '../../test/support/flat-group.ts';
import { testEnvironment } from '../../test/support/test-environment.ts';
import { AUDIENCE, claimsFor, startIssuer } from '../../test/support/test-issuer.ts';
import { plant } from '../attach-cost/trees.ts';
import type { Bench, Figures } from '../bench.ts';
import { median } from '../median.ts';
import { contenders, LEVELS, SERVERS } from './contenders.ts';
import { type Asked, requests } from './requests.ts';
import { measured, type Tally } from './rounds.ts';
import { tableTime } from './table-time.ts';

/** As many as attaches are asked for, and some more. */
const PROJECTS = 500;
const PROJECTS_SHORT = 110;

/** How fast requests are answered, one after the other, in this process and on the local engine. */
export const throughput: Bench = {
  name: 'throughput',
  about: 'queries and mutations a second in process, against Apollo Server with the same resolvers',
  async run(context) {
    const [engine, issuer] = await Promise.all([startEngine(), startIssuer()]);
    const { fetch, Headers, Request, Response } = globalThis;
    // As in the bundles; of both.
    Object.assign(globalThis, bundled);
    try {
      const env = testEnvironment(engine.table);
      const projects = context.short ? PROJECTS_SHORT : PROJECTS;
      const groups = [
        { path: [1], projects: 0 },
        { path: [1, 2], projects },
      ];
      const projectIds = await plant(env, { name: 'two levels', groups });
      await setMember(env, { ref: groupRef(1), userId: 'owner', accessLevel: 50, at: env.clock.now() });
      await letHold(env.table, 1, projectIds.slice(0, 100), await customProfiles(env.table, 1, 2));
      const verify = tokenVerifier({ issuer: issuer.issuer, audience: AUDIENCE });
      const token = await issuer.token(claimsFor(issuer.issuer));
      const all = contenders(env, authenticator(env, verify), token);
      const left = projectIds.slice(100);
      const next = (): number => left.shift() ?? NaN;
      const time = tableTime(env.table);
      const rows: (readonly (string | number)[])[] = [];
      for (const asked of requests(projectIds[0] ?? NaN, next)) {
        context.progress(asked.name);
        const tallies = await measured(asked, all, time, context);
        rows.push(...LEVELS.map((level) => rowOf(asked, level, tallies)));
      }
      return [figuresOf(rows)];
    } finally {
      Object.assign(globalThis, { fetch, Headers, Request, Response });
      await Promise.all([engine.stop(), issuer.stop()]);
    }
  },
};

function rowOf(
  { name }: Asked,
  level: (typeof LEVELS)[number],
  tallies: readonly Tally[],
): readonly (string | number)[] {
  const [ours, apollo] = SERVERS.map((server) =>
    tallies.find(({ contender }) => contender.level === level && contender.server === server),
  );
  if (!ours || !apollo) throw new Error(`${name} was not measured`);
  const [own, other] = [median(ours.speeds), median(apollo.speeds)];
  const share = ours.tableMilliseconds / ours.milliseconds;
  const calls = [ours, apollo].map((tally) => tally.calls / tally.times);
  const work = median(ours.processor) / median(apollo.processor);
  return [name, level, ...calls, Math.round(own), Math.round(other), own / other, work, share];
}

function figuresOf(rows: readonly (readonly (string | number)[])[]): Figures {
  return {
    title: 'Requests a second, one after the other',
    columns: [
      'Request',
      'What is measured',
      'Calls to the table, ours',
      'Apollo Server',
      'Ours a second',
      'Apollo Server a second',
      'Ours ÷ Apollo Server',
      'Processor time of ours ÷ of Apollo Server',
      'Share of the table',
    ],
    rows,
    notes: [
      'Medians of 15 rounds in which all are asked in turn, with the `fetch` of the bundles. The share of the table is that of the time of ours in which it was being asked: the engine, the way to it and the work of the SDK.',
      'Both have the same schema, resolvers and loaders, a new context each request, and the limits on words, fields, aliases, depth and cost; both keep documents that were parsed and validated. Only ours looks for `@gl_introduced`, names arguments in errors and measures the answer. Of Apollo Server cache control, persisted queries and the landing page are switched off.',
    ],
  };
}
