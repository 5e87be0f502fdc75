import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { BotError } from './errors.ts';

const flag = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'])
  .transform((value) => value === '1' || value === 'true' || value === 'yes');
const secret = z.string().min(16, 'is too short to be a real secret (at least 16 characters)');
const url = z.url({ protocol: /^https?$/ });
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** Every setting of contract §4. Unset and empty mean the same. */
const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: url.optional(),
  CONSOLE_URL: url.optional(),
  WIDGET_ORIGINS: list.default([]),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LINE_CHANNEL_SECRET: secret.optional(),
  LINE_CHANNEL_ACCESS_TOKEN: secret.optional(),
  LINE_API_BASE_URL: url.optional(),
  LINE_DATA_API_BASE_URL: url.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_BOT_TOKEN: secret.optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_API_URL: url.optional(),
  SLACK_DESK_TEAM: z.string().optional(),
  SLACK_DESK_CHANNELS: list
    .pipe(z.array(z.string().regex(/^[a-z-]+=[A-Z0-9]+$/, 'must be kind=channel,kind=channel')))
    .default([]),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_MODEL: z.string().optional(),
  COMPANY_MODEL_CONSENT: flag.default(false),
  EMBEDDINGS_BASE_URL: url.optional(),
  EMBEDDINGS_API_KEY: z.string().optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: secret.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  PAGING_WEBHOOK_URL: url.optional(),
  VAPID_KEYS: z.string().optional(),
  ENCRYPTION_KEYS: z
    .string()
    .regex(
      /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
      'must be id:base64 of 32 bytes, newest first',
    )
    .optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: secret.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Settings that only work together. */
const TOGETHER: readonly (readonly (keyof z.infer<typeof settings>)[])[] = [
  ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
  ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
  ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_MODEL'],
  ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
];

/** Settings of LangChain's own that switch on tracing to LangSmith. */
const TRACING = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
] as const;

/** Parsed settings; `DATA_DIR` is absolute. */
export type Config = z.infer<typeof settings>;

/** Environment as programs give it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One line per fault, each naming the setting and what to do. */
export class ConfigError extends BotError {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      'config',
      `Settings are wrong; nothing was started:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

/** Reads all settings at once. Relative `DATA_DIR` counts from `root`. Throws ConfigError with every fault; values are never repeated in it. */
export function readConfig(root: string, environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  for (const group of TOGETHER) {
    const missing = group.filter((name) => !given[name]);
    if (missing.length > 0 && missing.length < group.length)
      faults.push(
        `${missing.join(', ')}: missing, needed together with ${group.filter((n) => given[n]).join(', ')}`,
      );
  }
  for (const name of TRACING)
    if (environment[name]?.trim() === 'true')
      faults.push(
        `${name}: would send people's questions to a tracing service that nobody agreed to; unset it`,
      );
  if (given.SLACK_SIGNING_SECRET && !given.SLACK_BOT_TOKEN && !given.SLACK_CLIENT_ID)
    faults.push(
      'SLACK_BOT_TOKEN (one team) or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (many): missing, needed together with SLACK_SIGNING_SECRET',
    );
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const config = parsed.data;
  return {
    ...config,
    DATA_DIR: isAbsolute(config.DATA_DIR) ? config.DATA_DIR : resolve(root, config.DATA_DIR),
  };
}
