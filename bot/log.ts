import { pino } from 'pino';

/** The only fields that may reach a log line (P-7). No message text, no names, no raw ids. */
export interface LogFields {
  readonly channel?: string;
  readonly code?: string;
  readonly status?: number;
  readonly method?: string;
  readonly path?: string;
  readonly endpoint?: string;
  /** The platform's request id. */
  readonly request?: string;
  /** Milliseconds. */
  readonly ms?: number;
  readonly count?: number;
  readonly tries?: number;
  readonly event?: string;
  readonly component?: string;
  readonly version?: string;
  readonly port?: number;
  readonly lang?: string;
  readonly urgency?: string;
  readonly kind?: string;
}

/** Structured log. `message` is a fixed sentence that says what to do next; what varies goes into `fields`. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const ALLOWED: ReadonlySet<string> = new Set<keyof LogFields>([
  'channel',
  'code',
  'status',
  'method',
  'path',
  'endpoint',
  'request',
  'ms',
  'count',
  'tries',
  'event',
  'component',
  'version',
  'port',
  'lang',
  'urgency',
  'kind',
]);

/** JSON lines on standard error (standard output belongs to commands). `level` is a pino level or `silent`. */
export function createLog(level: string, stream: NodeJS.WritableStream = process.stderr): Log {
  const sink = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  // Types stop honest mistakes, this stops the rest: a field outside the list never leaves the process.
  const clean = (fields: LogFields = {}) =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => ALLOWED.has(key)));
  return {
    info: (message, fields) => sink.info(clean(fields), message),
    warn: (message, fields) => sink.warn(clean(fields), message),
    error: (message, fields) => sink.error(clean(fields), message),
  };
}

/** A log that says nothing, for pure computations such as `ask`. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
