import type { Clock } from '../../bot/clock.ts';
import { isLanguageTag, type LanguageTag } from '../../bot/languages.ts';
import type { ReachOf } from '../../bot/ports/reach.ts';
import type { PageFile, PageFiles } from './page-files.ts';
import { pickLanguage } from './pick-language.ts';
import { widgetScript } from './widget-script.ts';

/** What the pages need. */
export interface WebPagesOptions {
  /** From `loadPageFiles`. */
  readonly files: PageFiles;
  /** Our origin as browsers see it; without it the `Host` header is used. */
  readonly publicUrl?: string | undefined;
  /** Origins of other sites that may show the chat in a frame (`WIDGET_ORIGINS`). Empty = none. */
  readonly widgetOrigins?: readonly string[];
  /** Whether a person can be reached: chooses the third button (architecture §9). Default: nobody. */
  readonly reachOf?: ReachOf;
  readonly clock: Clock;
}

/** Pages in the style of an adapter: path patterns (Hono syntax) and one handler. */
export interface WebPages {
  readonly paths: readonly string[];
  handle(request: Request): Promise<Response>;
}

const YEAR = 'public, max-age=31536000, immutable';

/** The trainee page, its files, the widget and the privacy pages. Throws when the files were never built. */
export function createWebPages(options: WebPagesOptions): WebPages {
  const { files, clock, widgetOrigins = [] } = options;
  const secure = options.publicUrl?.startsWith('https:') ?? false;
  const ancestors = widgetOrigins.length > 0 ? widgetOrigins.join(' ') : "'none'";

  const page = (request: Request, url: URL): Response => {
    const lang = pickLanguage(url.searchParams.get('lang'), request.headers.get('accept-language'));
    const nobody = (options.reachOf?.(lang, clock.now()).state ?? 'nobody') === 'nobody';
    const file = files.get(`shell.${nobody ? 'nobody' : 'person'}.${lang}.html`);
    if (!file) return notFound();
    const framed = url.searchParams.has('widget');
    return html(request, file, lang, {
      script: "'self'",
      // Safari before 15.4 does not count a socket of our own host as 'self'.
      connect: `'self' ${url.protocol === 'https:' || secure ? 'wss' : 'ws'}://${new URL(options.publicUrl ?? url).host}`,
      form: "'self'",
      frame: framed ? ancestors : "'none'",
    });
  };
  const privacy = (request: Request, lang: string): Response => {
    const file = isLanguageTag(lang) ? files.get(`privacy.${lang}.html`) : undefined;
    if (!file || !isLanguageTag(lang)) return notFound();
    return html(request, file, lang, {
      script: "'none'",
      connect: "'none'",
      form: "'none'",
      frame: "'none'",
    });
  };
  const html = (
    request: Request,
    file: PageFile,
    lang: LanguageTag,
    allow: { script: string; connect: string; form: string; frame: string },
  ): Response => {
    const policy = [
      "default-src 'none'",
      `script-src ${allow.script}`,
      `style-src ${file.styles.join(' ')}`,
      `connect-src ${allow.connect}`,
      'img-src data:',
      `form-action ${allow.form}`,
      `frame-ancestors ${allow.frame}`,
      "base-uri 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ];
    return send(request, file, {
      'content-security-policy': policy.join('; '),
      'content-language': lang === 'ja-simple' ? 'ja' : lang,
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
      'cache-control': 'no-store',
      vary: 'Accept-Language, Accept-Encoding',
      ...(allow.frame === "'none'" ? { 'x-frame-options': 'DENY' } : {}),
    });
  };

  return {
    paths: ['/', '/page/*', '/widget.js', '/privacy/:lang'],
    handle: async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
      const url = new URL(request.url);
      const { pathname } = url;
      if (pathname === '/') return page(request, url);
      if (pathname.startsWith('/privacy/')) return privacy(request, pathname.slice('/privacy/'.length));
      if (pathname === '/widget.js') {
        const origin = new URL(options.publicUrl ?? url).origin;
        return new Response(widgetScript(origin), {
          headers: {
            'content-type': 'text/javascript; charset=utf-8',
            'cache-control': 'public, max-age=3600',
            'x-content-type-options': 'nosniff',
            'cross-origin-resource-policy': 'cross-origin',
          },
        });
      }
      const file = pathname.startsWith('/page/') ? files.get(pathname.slice(1)) : undefined;
      if (!file) return notFound();
      return send(request, file, { 'cache-control': YEAR, vary: 'Accept-Encoding' });
    },
  };
}

function send(request: Request, file: PageFile, headers: Record<string, string>): Response {
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const body = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.plain;
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    headers: {
      'content-type': file.type,
      'content-length': String(body.length),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      ...(encoding ? { 'content-encoding': encoding } : {}),
      ...headers,
    },
  });
}

function notFound(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}
