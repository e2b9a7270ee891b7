import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, METRIC_NAMESPACE, METRICS } from '../../shared/names.ts';
import { DOCUMENTED } from './support/documented-metrics.ts';
import { synthesise } from './support/stack.ts';

const stack = synthesise();

const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
const widgetSchema = z.object({
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  properties: z.looseObject({
    metrics: z.array(z.array(z.unknown())).default([]),
    alarms: z.array(z.string()).default([]),
    query: z.string().default(''),
  }),
});

/** With the names of other resources as text. */
function widgets(): z.infer<typeof widgetSchema>[] {
  const [dashboard] = stack.ofType('AWS::CloudWatch::Dashboard');
  const [, parts] = joined.parse(dashboard?.properties['DashboardBody'])['Fn::Join'];
  const text = parts.map((part) =>
    typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', "'"),
  );
  return z.object({ widgets: z.array(widgetSchema) }).parse(JSON.parse(text.join(''))).widgets;
}

const metrics = widgets().flatMap(({ properties }) => properties.metrics);
const expressions = metrics.flatMap(
  ([first]) => z.object({ expression: z.string() }).safeParse(first).data?.expression ?? [],
);

describe('the dashboard', () => {
  it('shows every alarm', () => {
    const shown = widgets().flatMap(({ properties }) => properties.alarms);
    expect(shown).toHaveLength(stack.ofType('AWS::CloudWatch::Alarm').length);
  });

  it('shows every metric of ours', () => {
    const ours = metrics.flatMap(([namespace, name]) =>
      namespace === METRIC_NAMESPACE ? [String(name)] : [],
    );
    const searched = expressions.map((text) => /MetricName="(\w+)"/.exec(text)?.[1] ?? text);
    expect([...new Set([...ours, ...searched])].toSorted()).toEqual(Object.values(METRICS).toSorted());
  });

  it('shows metrics of AWS by the names and dimensions that AWS documents', () => {
    const theirs = metrics.filter(
      ([namespace]) => namespace !== METRIC_NAMESPACE && typeof namespace === 'string',
    );
    expect(theirs.length).toBeGreaterThan(20);
    for (const [namespace, name, ...rest] of theirs) {
      const dimensions = rest.filter((value, index) => index % 2 === 0 && typeof value === 'string');
      expect([name, dimensions.map(String).toSorted()]).toEqual([
        name,
        DOCUMENTED[String(namespace)]?.metrics[String(name)]?.toSorted(),
      ]);
    }
  });

  it('shows what all functions, and the gateway, say of errors', () => {
    const queries = widgets().map(({ properties }) => properties.query);
    const [query = ''] = queries.filter((text) => text !== '');
    expect(query.match(/SOURCE '/g)).toHaveLength(FUNCTIONS.length + 1);
  });

  it('fits its grid of 24 columns, and nothing lies on anything else', () => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of widgets()) {
      expect(x + width).toBeLessThanOrEqual(24);
      for (let column = x; column < x + width; column += 1)
        for (let row = y; row < y + height; row += 1) {
          expect(taken).not.toContain(`${column},${row}`);
          taken.add(`${column},${row}`);
        }
    }
  });
});
