import type { Prefecture } from '../../bot/tables/schema.ts';
import type { PlaceName } from './option-label.ts';

/** Regions of Japan as they stand on maps and signs. */
const REGION_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  'hokkaido-tohoku': ['北海道・東北', 'Hokkaido, Tohoku'],
  kanto: ['関東', 'Kanto'],
  chubu: ['中部', 'Chubu'],
  kinki: ['近畿', 'Kinki'],
  chugoku: ['中国地方', 'Chugoku'],
  shikoku: ['四国', 'Shikoku'],
  'kyushu-okinawa': ['九州・沖縄', 'Kyushu, Okinawa'],
};

/** Names of places: Japanese for who reads it, else Latin letters with the signs that stand on papers and stations. */
export function placeNames(prefectures: readonly Prefecture[]): PlaceName {
  const names = new Map(prefectures.map(({ id, ja, romaji }) => [id, [ja, romaji] as const]));
  return (id, lang) => {
    const [ja, romaji] = REGION_NAMES[id] ?? names.get(id) ?? [id, id];
    if (lang === 'ja') return ja;
    return REGION_NAMES[id] ? romaji : `${romaji} ${ja}`;
  };
}
