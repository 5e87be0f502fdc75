import type { Danger } from './danger.ts';
import type { Situation } from './texts/danger-texts.ts';

/** Parts of rule ids that tell of another person's violence. */
const VIOLENCE =
  /(^|[^a-z])(attack\w*|violen\w*|assault\w*|threat\w*|abus\w*|beat\w*|hit|rape\w*|sexual|weapon|knife|confin\w*|locked|victim)/i;

/** What is happening, by the rule that heard it. A crisis of unknown kind counts as danger from oneself. */
export function situationOf({ kind, rule }: Danger): Situation {
  if (kind === 'emergency') return 'emergency';
  return VIOLENCE.test(rule) ? 'attack' : 'self';
}

/** It burns: another word to say to 119 than for an injury. */
export function burns({ rule }: Pick<Danger, 'rule'>): boolean {
  return /(^|[^a-z])fire($|[^a-z])/.test(rule);
}
