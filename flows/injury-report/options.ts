/** Kinds of places; what a trainee would call them. */
export const SITES = [
  'factory',
  'construction',
  'farm',
  'fishery',
  'food',
  'care',
  'shop',
  'road',
  'other',
] as const;

/** What the person was doing: decides between the forms for work and for commuting. */
export const SITUATIONS = ['work', 'commute', 'break', 'trip', 'private'] as const;

/** Kinds of accidents: Japan's statistical types (事故の型), the rare ones together in `other`. */
export const ACCIDENTS = [
  'caught',
  'cut',
  'fall-height',
  'trip',
  'object',
  'struck',
  'hot-cold',
  'substance',
  'electric',
  'traffic',
  'strain',
  'other',
] as const;

/** Parts of the body, head to foot: the numbers of the list are the numbers of the picture. */
export const BODY_PARTS = [
  'head',
  'eye',
  'face',
  'neck',
  'shoulder',
  'arm',
  'hand',
  'finger',
  'chest',
  'back',
  'belly',
  'leg',
  'foot',
  'whole',
] as const;

/** Left and right. */
export const SIDES = ['left', 'right', 'both', 'middle'] as const;

/** What was done for the injury so far. */
export const TREATMENTS = ['hospital', 'self', 'none'] as const;

/** What was shown at the hospital's desk. */
export const CARDS = ['health', 'accident', 'nothing'] as const;

/** What the company did or said. The first two are as it should be; the others are signs of a hidden accident. */
export const COMPANY_WORDS = [
  'helped',
  'reports',
  'use-health-card',
  'say-elsewhere',
  'keep-quiet',
  'no-doctor',
  'pay-yourself',
  'threat',
  'nothing',
] as const;

/** Words of a company that point to a hidden accident (労災かくし). */
export const HIDING: ReadonlySet<string> = new Set([
  'use-health-card',
  'say-elsewhere',
  'keep-quiet',
  'no-doctor',
  'pay-yourself',
  'threat',
]);

/** Who may read the report, besides the advisors. */
export const READERS = ['advisors', 'office', 'hospital', 'supervisor'] as const;
