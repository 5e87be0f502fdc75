/** Escapes text for HTML. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: #fff; color: #1d1c1d; }
main { box-sizing: border-box; height: 100vh; height: 100dvh; display: flex; flex-direction: column; }
header { padding: .5rem .75rem; background: #3f0e40; color: #fff; }
header h1 { font-size: 1rem; margin: 0; }
#log { flex: 1; overflow-y: auto; padding: .75rem; }
#log > div { margin: 0 0 .75rem; padding: .25rem .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
#log > .reply { margin-left: 1.5rem; border-left: 3px solid #c9c9ca; }
#log > .only { background: #f4ede4; }
#log .who { display: block; font-weight: 700; }
#log .note { display: block; font-size: .8125rem; color: #54535a; }
button { font: inherit; min-height: 2.25rem; margin: .25rem .25rem 0 0; padding: .25rem .75rem; border: 1px solid #5b5a60;
  border-radius: .25rem; background: #fff; color: #1d1c1d; cursor: pointer; }
button:focus-visible, input:focus-visible, #log:focus-visible { outline: 3px solid #1264a3; outline-offset: 2px; }
form { display: flex; gap: .5rem; padding: .5rem .75rem; border-top: 1px solid #c9c9ca; }
form input { flex: 1; min-width: 0; font: inherit; padding: .5rem; border: 1px solid #5b5a60; border-radius: .25rem; }
#note { min-height: 1.5rem; margin: 0; padding: 0 .75rem; font-size: .875rem; }
`;

// Runs in the browser. Text is only ever set as text, never as markup.
const SCRIPT = `
const base = location.pathname, log = document.getElementById('log'), note = document.getElementById('note');
const element = (name, text, kind) => { const made = document.createElement(name); made.textContent = text; if (kind) made.className = kind; return made; };
const act = (what, body) => fetch(base + '/' + what, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  .then((answer) => answer.json()).then(({ status }) => { note.textContent = status === 200 ? '' : 'The bot answered ' + (status || 'nothing: is it running?'); return load(); });
const button = (label) => { const made = element('button', label); made.type = 'button'; made.onclick = () => act('press', { label }); return made; };
let shown = '';
async function load() {
  const chat = await fetch(base + '/entries').then((answer) => answer.json());
  const next = JSON.stringify(chat);
  if (next === shown) return;
  shown = next;
  for (const entry of chat.entries.slice(log.childElementCount)) {
    const line = element('div', '', entry.from + (entry.reply ? ' reply' : '') + (entry.only ? ' only' : ''));
    line.append(element('span', entry.from === 'bot' ? 'Soudan' : 'You', 'who'));
    if (entry.only) line.append(element('span', 'Only visible to you', 'note'));
    line.append(element('span', entry.text));
    if (entry.buttons.length) { const list = element('div', ''); list.append(...entry.buttons.map(button)); line.append(list); }
    log.append(line);
  }
  log.scrollTop = log.scrollHeight;
}
document.getElementById('say').onsubmit = (event) => { event.preventDefault(); const field = event.target.elements.text;
  const text = field.value.trim(); if (text) act('say', { text }).then(() => field.focus()); field.value = ''; };
load(); setInterval(() => load().catch(() => { note.textContent = 'The demo has stopped.'; }), 700);
`;

/** One person's direct chat with the app, for the demo and for looking into a test. */
export function slackPage(name: string, team: string): string {
  const title = `Slack (simulated): ${name}, ${team}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<main><header><h1>${escapeHtml(title)}</h1></header>
<div id="log" role="log" aria-label="Messages" tabindex="0"></div>
<p id="note" role="status"></p>
<form id="say"><input name="text" aria-label="Message" placeholder="Message" autocomplete="off"><button>Send</button></form>
</main><script>${SCRIPT}</script></body></html>`;
}
