/** One measured figure and the bound that the design sets, if any. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What was promised, in words, e.g. `≤ 200 ms`. */
  readonly bound?: string;
  readonly met?: boolean;
}

/** A figure with an upper bound. */
export function atMost(name: string, value: number, bound: number, unit: string): Figure {
  return { name, value: `${format(value)} ${unit}`, bound: `≤ ${bound} ${unit}`, met: value <= bound };
}

/** A figure with a lower bound. */
export function atLeast(name: string, value: number, bound: number, unit: string): Figure {
  return { name, value: `${format(value)} ${unit}`, bound: `≥ ${bound} ${unit}`, met: value >= bound };
}

/** A figure that is only told. */
export function told(name: string, value: number | string, unit = ''): Figure {
  return { name, value: `${typeof value === 'number' ? format(value) : value} ${unit}`.trim() };
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The figures as a table for a terminal and for Markdown alike. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, bound, met }) => {
    const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
    return `| ${name} | ${value} | ${bound ?? ''} | ${verdict} |`;
  });
  return [`## ${title}`, '', '| figure | measured | promised | |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
