/** One line of the story: who says what where. */
export interface StoryStep {
  readonly label: string;
  readonly where: 'line' | 'slack' | 'note';
  readonly text: string;
}

/** A short story that shows what the product does, in the order in which it is best seen. */
export const STORY: readonly StoryStep[] = [
  { label: 'A trainee adds the account on LINE', where: 'line', text: '' },
  {
    label: 'She asks about paid leave, without tone marks',
    where: 'line',
    text: 'toi duoc nghi phep bao nhieu ngay sau 6 thang',
  },
  { label: 'Her boss keeps her passport', where: 'line', text: 'sep giu ho chieu cua toi' },
  {
    label: 'Weather is not ours: an honest "I don\'t know"',
    where: 'line',
    text: 'thoi tiet hom nay the nao',
  },
  { label: 'She writes that she is in danger', where: 'line', text: 'sep danh toi, cuu toi voi' },
  { label: 'Company staff ask in Slack', where: 'slack', text: '残業代は何割増しですか' },
  {
    label: 'Now you: write in the web chat on the right, in any of the fifteen languages',
    where: 'note',
    text: '',
  },
];

/** A frame of the demo: a title and the page inside. */
export interface DemoFrame {
  readonly title: string;
  readonly url: string;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** All channels in one window, with buttons that play the story. */
export function demoPage(frames: readonly DemoFrame[]): string {
  const steps = STORY.map(({ label, where }, index) =>
    where === 'note'
      ? `<li>${escapeHtml(label)}</li>`
      : `<li><button type="button" data-step="${index}">${escapeHtml(label)}</button></li>`,
  ).join('');
  const views = frames
    .map(
      ({ title, url }) =>
        `<section><h2>${escapeHtml(title)}</h2><iframe title="${escapeHtml(title)}" src="${escapeHtml(url)}"></iframe></section>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Soudan demo</title>
<style>
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f4f5f1;color:#1a1f1d}
header{padding:.75rem 1rem;background:#fff;border-bottom:1px solid #c9cfc9}h1{font-size:1.1rem;margin:0}
p{margin:.25rem 0}ol{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:.5rem 0 0;list-style:none}
button{font:inherit;padding:.4rem .7rem;border:1px solid #0b6156;border-radius:.5rem;background:#fff;color:#0b6156;cursor:pointer}
button:focus-visible{outline:3px solid #0b6156;outline-offset:2px}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem;padding:1rem}
section{background:#fff;border:1px solid #c9cfc9;border-radius:.5rem;overflow:hidden}h2{font-size:1rem;margin:0;padding:.5rem 1rem}
iframe{width:100%;height:70vh;border:0;border-top:1px solid #c9cfc9}
</style>
<header><h1>Soudan demo</h1><p>Nothing here leaves this computer: LINE and Slack are played by programs that enforce the platforms' rules. Click the story from left to right.</p><ol>${steps}</ol><p role="status" id="said"></p></header>
<main>${views}</main>
<script>
addEventListener('click', async (event) => {
  const step = event.target.closest('[data-step]');
  if (!step) return;
  const answer = await fetch('/step/' + step.dataset.step, { method: 'POST' });
  document.getElementById('said').textContent = answer.ok ? 'Sent.' : 'The bot did not take it: ' + answer.status;
});
</script></html>`;
}
