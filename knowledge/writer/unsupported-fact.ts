import type { Facts, Quantity } from './facts.ts';

/** Units whose number is a name: it must stand in the passage with the same unit. */
const NAMED: ReadonlySet<string | undefined> = new Set(['article', 'form', 'yen', 'percent']);

function stands(quantity: Quantity, source: Facts): boolean {
  const { value, unit } = quantity;
  const same = source.quantities.filter((other) => other.value === value);
  if (unit === undefined) return same.length > 0 || inDates(value, source);
  if (same.some((other) => other.unit === unit)) return true;
  // "10 days after 6 months, 11 after …": the second number's unit is understood.
  if (!NAMED.has(unit) && same.some((other) => other.unit === undefined)) return true;
  return (unit === 'year' || unit === 'month') && inDates(value, source);
}

const inDates = (value: number, { dates }: Facts) =>
  dates.some((date) => date.split('-').some((part) => part !== '' && Number(part) === value));

function dateStands(date: string, { dates }: Facts): boolean {
  if (date.startsWith('--')) return dates.some((other) => other.endsWith(date.slice(1)));
  return dates.some((other) => other === date || other.startsWith(`${date}-`));
}

/** The first kind of fact in `claim` that does not stand in `source`. Undefined when all stand there. Pure. */
export function unsupportedFact(claim: Facts, source: Facts): 'phone' | 'date' | 'number' | undefined {
  if (claim.phones.some((phone) => !source.phones.includes(phone))) return 'phone';
  if (claim.dates.some((date) => !dateStands(date, source))) return 'date';
  if (claim.quantities.some((quantity) => !stands(quantity, source))) return 'number';
  return undefined;
}
