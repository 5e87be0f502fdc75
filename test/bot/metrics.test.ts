import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../bot/metrics.ts';

describe('metrics', () => {
  it('writes counters, gauges and histograms in the Prometheus text format', () => {
    const metrics = createMetrics();
    metrics.count('soudan_turns_total', { outcome: 'done' });
    metrics.count('soudan_turns_total', { outcome: 'done' }, 2);
    metrics.gauge('soudan_inbox_open', 7);
    metrics.gauge('soudan_inbox_open', 5);
    for (const ms of [4, 60, 60, 99_000]) metrics.observe('soudan_wait_seconds', ms, { urgent: 'true' });
    const lines = metrics.text().split('\n');
    expect(lines).toContain('# TYPE soudan_turns_total counter');
    expect(lines).toContain('soudan_turns_total{outcome="done"} 3');
    expect(lines).toContain('soudan_inbox_open 5');
    expect(lines.filter((line) => line.startsWith('soudan_wait_seconds'))).toEqual([
      'soudan_wait_seconds_bucket{urgent="true",le="0.005"} 1',
      'soudan_wait_seconds_bucket{urgent="true",le="0.01"} 1',
      'soudan_wait_seconds_bucket{urgent="true",le="0.025"} 1',
      'soudan_wait_seconds_bucket{urgent="true",le="0.05"} 1',
      'soudan_wait_seconds_bucket{urgent="true",le="0.1"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="0.2"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="0.5"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="1"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="3"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="10"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="30"} 3',
      'soudan_wait_seconds_bucket{urgent="true",le="+Inf"} 4',
      'soudan_wait_seconds_sum{urgent="true"} 99.124',
      'soudan_wait_seconds_count{urgent="true"} 4',
    ]);
  });
});
