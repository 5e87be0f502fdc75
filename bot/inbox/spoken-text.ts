import type { Activity } from '../activity.ts';
import type { Json } from '../json.ts';

/** Everything a person said in an activity, for the word guard: text, form fields, a place's name. */
export function spokenText(activity: Activity): string {
  switch (activity.type) {
    case 'message':
      return [activity.text, activity.location?.label ?? ''].join('\n').trim();
    case 'action':
      return [activity.text ?? '', ...strings(activity.fields ?? null)].join('\n').trim();
    default:
      return '';
  }
}

function strings(json: Json): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.values(json).flatMap((value) => strings(value as Json));
}
