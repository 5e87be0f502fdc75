/** Watermark = transcript sequence number (W-3). Empty or missing means "from the start"; undefined = malformed. */
export function readWatermark(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text === '') return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
