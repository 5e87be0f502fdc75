const ONES = '一二三四五六七八九';

/** Han numbers below one hundred as digits: 十五 → 15, 二十 → 20, and a lone sign before an hour: 三点 → 3点. */
export function hanDigits(text: string): string {
  return text
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? ONES.indexOf(tens) + 1 : 1) * 10 + (ones ? ONES.indexOf(ones) + 1 : 0)),
    )
    .replace(/[一二三四五六七八九](?=\s*[時点點])/g, (sign) => String(ONES.indexOf(sign) + 1));
}
