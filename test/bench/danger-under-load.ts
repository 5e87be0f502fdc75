import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LANGUAGE_TAGS } from '../../bot/languages.ts';
import { atMost, type Figure, told } from './figures.ts';
import { startLineSink } from './line-sink.ts';
import { closedLoad, openLoad } from './load.ts';
import { embedderState, startBenchService } from './service.ts';
import { lineMessage, lineSettings, lineUser } from './webhook-load.ts';

/** First users that write danger; ordinary load uses smaller numbers. */
const FIRST = 1_000_000;

/** One danger sentence a language, from the word guard's own test sentences. */
function dangerOf(lang: string): string {
  const lines = readFileSync(`test/escalation/guard/sentences/${lang}.txt`, 'utf8').split('\n');
  return lines.find((line) => line.startsWith('c '))?.slice(2) ?? '';
}

/** Stops (not ends) the embedder, so that it hangs as a swapped-out process would. */
function freezeEmbedder(servicePid: number): boolean {
  try {
    const pids = execFileSync('pgrep', ['-P', String(servicePid), 'python'], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
    for (const pid of pids) process.kill(Number(pid), 'SIGSTOP');
    return pids.length > 0;
  } catch {
    return false;
  }
}

/**
 * Danger under full load, with a frozen embedder and a LINE that answers nothing: one message a language, every
 * second one right behind an ordinary question of the same person. Counted until the text reaches LINE.
 */
export async function dangerUnderLoad(seconds: number): Promise<Figure[]> {
  const sink = await startLineSink();
  const service = await startBenchService(lineSettings(sink.url));
  try {
    await embedderState(service.url, 60);
    const frozen = freezeEmbedder(service.process.pid ?? 0);
    sink.hang = true;
    const load = openLoad(service.url, 200, seconds, (index) =>
      lineMessage(index, 'how many days of paid leave do I get'),
    );
    await new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / 2));
    const sent = new Map<string, number>();
    for (const [index, lang] of LANGUAGE_TAGS.entries()) {
      const user = lineUser(FIRST + index);
      if (index % 2 === 0)
        await closedLoad(service.url, 1, 1, () =>
          lineMessage(FIRST + 100 + index, 'gaji lembur saya berapa', user),
        );
      await closedLoad(service.url, 1, 1, () => lineMessage(FIRST + index, dangerOf(lang), user));
      sent.set(lang, Date.now());
    }
    await load;
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const waits = LANGUAGE_TAGS.map((lang, index) => {
      const seen = [
        ...(sink.seen.get(`token${FIRST + index}`) ?? []),
        ...(sink.seen.get(lineUser(FIRST + index)) ?? []),
      ];
      const first = seen
        .filter(({ text }) => text.includes('119'))
        .map(({ at }) => at)
        .sort()[0];
      return {
        lang,
        wait: first === undefined ? Number.POSITIVE_INFINITY : (first - (sent.get(lang) ?? 0)) / 1000,
      };
    });
    const worst = Math.max(...waits.map(({ wait }) => wait));
    const unanswered = waits.filter(({ wait }) => wait === Number.POSITIVE_INFINITY).map(({ lang }) => lang);
    return [
      told('embedder', frozen ? 'frozen (SIGSTOP)' : 'not there'),
      told('LINE', 'answers no call'),
      atMost('danger messages without an answer', unanswered.length, 0, unanswered.join(' ')),
      atMost('slowest answer in danger, 15 languages', worst, 3, 's'),
    ];
  } finally {
    await service.stop();
    await sink.stop();
  }
}
