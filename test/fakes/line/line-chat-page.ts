/** Escapes text for HTML. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: #e8ebee; color: #15202b; }
main { box-sizing: border-box; max-width: 26rem; height: 100vh; height: 100dvh; margin: 0 auto; display: flex;
  flex-direction: column; background: #f7f8f9; border: 1px solid #c4cad0; }
header { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .5rem .75rem; background: #22303c; color: #fff; }
header h1 { flex: 1; font-size: 1rem; margin: 0; }
header button { border-color: #fff; background: transparent; color: #fff; }
#log { flex: 1; overflow-y: auto; padding: .75rem; }
#log > div { max-width: 85%; width: fit-content; margin: 0 0 .75rem; padding: .5rem .75rem; border-radius: .75rem;
  white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; border: 1px solid #d5dade; }
#log > .user { margin-left: auto; background: #dceefb; border-color: #a9d0ee; }
#log .who { display: block; font-size: .75rem; color: #4a5763; }
#log .list { display: grid; gap: .375rem; margin-top: .5rem; }
button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid #5b6b79; border-radius: .5rem;
  background: #fff; color: #15202b; cursor: pointer; }
button:focus-visible, input:focus-visible, a:focus-visible, #log:focus-visible { outline: 3px solid #1a66c9; outline-offset: 2px; }
#quick { display: flex; flex-wrap: wrap; gap: .375rem; padding: 0 .75rem .5rem; }
#quick button { border-radius: 1.5rem; }
#note { min-height: 1.5rem; margin: 0; padding: 0 .75rem; font-size: .875rem; color: #4a5763; }
form { display: flex; gap: .5rem; padding: .5rem .75rem; border-top: 1px solid #d5dade; }
form input { flex: 1; min-width: 0; font: inherit; padding: .5rem; border: 1px solid #5b6b79; border-radius: .5rem; }
ul { padding: 1rem 2rem; }
`;

// Runs in the browser. Text is only ever set as text, never as markup.
const SCRIPT = `
const base = location.pathname;
const log = document.getElementById('log'), quick = document.getElementById('quick'), note = document.getElementById('note');
const element = (name, text, kind) => { const made = document.createElement(name); made.textContent = text; if (kind) made.className = kind; return made; };
const act = (what, body) => fetch(base + '/' + what, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body || {}) })
  .then((answer) => answer.json()).then(({ status }) => { note.textContent = status === 200 ? '' : 'The bot answered ' + (status || 'nothing: is it running?'); return load(); });
const button = ({ label }) => { const made = element('button', label); made.type = 'button'; made.onclick = () => act('tap', { label }); return made; };
const linked = (text) => { const line = document.createElement('span');
  for (const part of text.split(/(https?:\\/\\/[^\\s)]+|\\+?\\d[\\d-]{1,}\\d)/)) {
    const href = /^https?:/.test(part) ? part : /^((0|\\+\\d)[\\d-]{7,}\\d|1\\d\\d)$/.test(part) ? 'tel:' + part.replaceAll('-', '') : '';
    if (!href) { line.append(part); continue; }
    const link = element('a', part); link.href = href; link.rel = 'noreferrer'; link.target = '_blank'; line.append(link); }
  return line; };
let shown = '';
async function load() {
  const chat = await fetch(base + '/entries').then((answer) => answer.json());
  const next = JSON.stringify(chat);
  if (next === shown) return;
  shown = next;
  const old = log.childElementCount && log.dataset.first === (chat.entries[0] || {}).id ? log.childElementCount : 0;
  const kept = chat.entries.length >= old ? old : 0;
  if (!kept) log.replaceChildren();
  log.dataset.first = (chat.entries[0] || {}).id || '';
  for (const entry of chat.entries.slice(kept)) {
    const bubble = element('div', '', entry.from);
    bubble.append(element('span', entry.from === 'bot' ? 'Account' : 'You', 'who'), linked(entry.text));
    if (entry.buttons.length) { const list = element('div', '', 'list'); list.append(...entry.buttons.map(button)); bubble.append(list); }
    log.append(bubble);
  }
  quick.replaceChildren(...chat.quickReplies.map(button));
  document.getElementById('block').textContent = chat.blocked ? 'Add again' : 'Block';
  log.scrollTop = log.scrollHeight;
}
document.getElementById('say').onsubmit = (event) => { event.preventDefault(); const field = event.target.elements.text;
  const text = field.value.trim(); if (text) act('say', { text }).then(() => field.focus()); field.value = ''; };
document.getElementById('add').onclick = () => act('follow');
document.getElementById('block').onclick = (event) => act(event.target.textContent === 'Block' ? 'block' : 'follow');
load(); setInterval(() => load().catch(() => { note.textContent = 'The demo has stopped.'; }), 700);
`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

/** A phone-like chat of one person with the account, for the demo and for looking into a test. */
export function chatPage(name: string): string {
  const title = `LINE (simulated): ${name}`;
  return page(
    title,
    `<main><header><h1>${escapeHtml(title)}</h1><button type="button" id="add">Add account</button><button type="button" id="block">Block</button></header>
<div id="log" role="log" aria-label="Messages" tabindex="0"></div>
<div id="quick" role="group" aria-label="Quick replies"></div>
<p id="note" role="status"></p>
<form id="say"><input name="text" aria-label="Message" placeholder="Message" autocomplete="off"><button>Send</button></form>
</main><script>${SCRIPT}</script>`,
  );
}

/** All people of the fake, each with a link to the chat. */
export function chatListPage(names: readonly string[]): string {
  const items = names
    .map((name) => `<li><a href="/chat/${encodeURIComponent(name)}">${escapeHtml(name)}</a></li>`)
    .join('');
  return page(
    'LINE (simulated)',
    `<main><header><h1>LINE (simulated)</h1></header><ul>${items || '<li>Nobody yet</li>'}</ul></main>`,
  );
}
