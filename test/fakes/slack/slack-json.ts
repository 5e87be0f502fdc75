/** A Slack object as JSON. */
export type SlackJson = Readonly<Record<string, unknown>>;

/** True for objects that are no arrays. */
export const isJson = (value: unknown): value is SlackJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a list; empty when it is none. */
export const jsonList = (value: unknown): readonly SlackJson[] =>
  Array.isArray(value) ? value.filter(isJson) : [];
