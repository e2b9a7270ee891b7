import { expect, it } from 'vitest';
import { throughput } from '../../bench/throughput/throughput.ts';

it('ours and Apollo Server answer the same, with as many calls to the table', async () => {
  const [figures] = await throughput.run({ progress: () => undefined, short: true });
  const calls = (figures?.rows ?? []).map(([request, , ours, apollo]) => [request, ours, apollo] as const);
  expect(calls).toHaveLength(8);
  for (const [request, ours, apollo] of calls) {
    expect({ request, calls: ours }).toEqual({ request, calls: apollo });
    expect(Number(ours) > 0).toBe(request !== 'who asks');
  }
});
