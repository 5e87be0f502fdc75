/**
 * `/widget.js`: puts one iframe of our origin where the script stands (or at the end of the page), and nothing
 * else: no style, no cookie, no message channel. `data-lang` on the script tag chooses the language.
 */
export function widgetScript(origin: string): string {
  return `(function () {
  var script = document.currentScript;
  var lang = (script && script.getAttribute('data-lang')) || '';
  var frame = document.createElement('iframe');
  frame.src = ${JSON.stringify(origin)} + '/?widget=1' + (lang ? '&lang=' + encodeURIComponent(lang) : '');
  frame.title = (script && script.getAttribute('data-title')) || 'Soudan';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = 'border:0;width:100%;height:min(40rem,90vh)';
  if (script && script.parentNode && script.parentNode !== document.head) script.parentNode.insertBefore(frame, script);
  else document.addEventListener('DOMContentLoaded', function () { document.body.appendChild(frame); });
})();
`;
}
