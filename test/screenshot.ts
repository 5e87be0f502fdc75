import { chromium } from 'playwright-core';
import { embedderState, startBenchService } from './bench/service.ts';
import { CHROMIUM_ARGS, findChromium } from './services/chromium.ts';

/** Makes the picture of README.md: the trainee page on a phone, asked in Vietnamese without tone marks. */
const QUESTION = 'toi duoc nghi phep bao nhieu ngay sau 6 thang';
const PICTURE = 'adapters/web/screenshot.png';

const executablePath = findChromium();
if (!executablePath)
  throw new Error('Chromium was not found; install it (Debian: apt-get install chromium).');
const service = await startBenchService({});
await embedderState(service.url, 60);
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
try {
  const page = await browser.newPage({
    viewport: { width: 390, height: 800 },
    deviceScaleFactor: 2,
    locale: 'vi',
  });
  await page.goto(service.url);
  await page.getByRole('textbox').fill(QUESTION);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('39', { exact: false }).first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await service.stop();
}
