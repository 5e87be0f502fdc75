/** Where the quick exit leads: the weather page of the Japan Meteorological Agency, which anybody might have open. */
export const NEUTRAL_PAGE = 'https://www.jma.go.jp/bosai/';
