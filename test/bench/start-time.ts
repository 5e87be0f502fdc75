import { atMost, type Figure } from './figures.ts';
import { startBenchService } from './service.ts';

/** A later start (built, installed): from the command until `/readyz` answers. Median of three. */
export async function startTime(): Promise<Figure[]> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const service = await startBenchService({});
    times.push(service.startedAfter / 1000);
    await service.stop();
  }
  times.sort((a, b) => a - b);
  return [atMost('start until ready, median of 3', times[1] ?? 0, 5, 's')];
}
