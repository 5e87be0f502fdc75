import { needProgram } from './find-program.ts';

/** Full path of a Chromium or Chrome that Playwright can drive (`executablePath`). */
export function findChromium(): string {
  return needProgram('Chromium', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** Arguments for a browser in a container: root has no sandbox, /dev/shm is small. */
export const CHROMIUM_ARGS: readonly string[] = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
