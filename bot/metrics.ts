/** Every metric of the product: name → kind, help, label names. Labels come from closed sets, never from people. */
const CATALOGUE = {
  soudan_http_requests_total: {
    kind: 'counter',
    help: 'Answered HTTP requests.',
    labels: ['route', 'status'],
  },
  soudan_http_request_seconds: {
    kind: 'histogram',
    help: 'Time to answer an HTTP request.',
    labels: ['route'],
  },
  soudan_events_accepted_total: {
    kind: 'counter',
    help: 'Stored activities.',
    labels: ['channel', 'urgent'],
  },
  soudan_events_duplicate_total: { kind: 'counter', help: 'Activities that were stored before.', labels: [] },
  soudan_events_refused_total: {
    kind: 'counter',
    help: 'Requests refused because a bound is reached.',
    labels: ['reason'],
  },
  soudan_turns_total: { kind: 'counter', help: 'Ended turns by outcome.', labels: ['outcome'] },
  soudan_turn_seconds: {
    kind: 'histogram',
    help: 'Time of a turn from claim to commit.',
    labels: ['urgent'],
  },
  soudan_wait_seconds: { kind: 'histogram', help: 'Time from receipt to commit.', labels: ['urgent'] },
  soudan_deliveries_total: {
    kind: 'counter',
    help: 'Ended delivery tries by outcome.',
    labels: ['channel', 'outcome'],
  },
  soudan_delivery_seconds: { kind: 'histogram', help: 'Time of one delivery try.', labels: ['channel'] },
  soudan_dead_letters_total: {
    kind: 'counter',
    help: 'Events and deliveries given up: each needs a look.',
    labels: ['box'],
  },
  soudan_media_total: { kind: 'counter', help: 'Ended media fetches by outcome.', labels: ['outcome'] },
  soudan_inbox_open: { kind: 'gauge', help: 'Stored activities that wait for their turn.', labels: [] },
  soudan_outbox_pending: { kind: 'gauge', help: 'Deliveries that wait for their try.', labels: [] },
} as const;

/** Name of a metric. */
export type MetricName = keyof typeof CATALOGUE;

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 3, 10, 30] as const;

/** Counts and times, in the process only. */
export interface Metrics {
  /** Adds `by` (1) to a counter. */
  count(name: MetricName, labels?: Readonly<Record<string, string>>, by?: number): void;
  /** Puts one duration in milliseconds into a histogram. */
  observe(name: MetricName, ms: number, labels?: Readonly<Record<string, string>>): void;
  /** Sets a gauge. */
  gauge(name: MetricName, value: number): void;
  /** Prometheus text format 0.0.4. */
  text(): string;
}

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** A fresh set of metrics. */
export function createMetrics(): Metrics {
  const numbers = new Map<MetricName, Map<string, number>>();
  const histograms = new Map<MetricName, Map<string, Histogram>>();

  return {
    count(name, labels = {}, by = 1) {
      const series = seriesOf(numbers, name);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe(name, ms, labels = {}) {
      const series = seriesOf(histograms, name);
      const key = labelText(labels);
      const found = series.get(key) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      const seconds = ms / 1_000;
      const index = BOUNDS.findIndex((bound) => seconds <= bound);
      if (index >= 0) found.buckets[index] = (found.buckets[index] ?? 0) + 1;
      found.sum += seconds;
      found.count += 1;
      series.set(key, found);
    },
    gauge: (name, value) => void seriesOf(numbers, name).set('', value),
    text() {
      const lines: string[] = [];
      for (const name of Object.keys(CATALOGUE) as MetricName[]) {
        const { kind, help } = CATALOGUE[name];
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`);
        for (const [labels, value] of numbers.get(name) ?? [])
          lines.push(`${name}${braces(labels)} ${value}`);
        for (const [labels, found] of histograms.get(name) ?? [])
          lines.push(...histogramLines(name, labels, found));
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function seriesOf<T>(all: Map<MetricName, Map<string, T>>, name: MetricName): Map<string, T> {
  const found = all.get(name) ?? new Map<string, T>();
  all.set(name, found);
  return found;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
}

function braces(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}

function histogramLines(name: string, labels: string, found: Histogram): string[] {
  const prefix = labels === '' ? '' : `${labels},`;
  let below = 0;
  const lines = BOUNDS.map((bound, index) => {
    below += found.buckets[index] ?? 0;
    return `${name}_bucket{${prefix}le="${bound}"} ${below}`;
  });
  return [
    ...lines,
    `${name}_bucket{${prefix}le="+Inf"} ${found.count}`,
    `${name}_sum${braces(labels)} ${found.sum}`,
    `${name}_count${braces(labels)} ${found.count}`,
  ];
}
