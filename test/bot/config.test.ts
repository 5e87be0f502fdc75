import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../bot/config.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig('/srv/soudan', environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('settings', () => {
  it('has defaults that start on one machine, reachable from it only', () => {
    expect(readConfig('/srv/soudan', {})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3978,
      DATA_DIR: '/srv/soudan/data',
      WIDGET_ORIGINS: [],
      TRUST_PROXY: false,
    });
  });

  it('lists every fault at once and repeats no value', () => {
    const faults = faultsOf({
      PORT: '99999',
      DATABASE_URL: 'mysql://somewhere',
      ENCRYPTION_KEYS: 'not-a-key',
      LINE_CHANNEL_SECRET: 'short',
      LOG_LEVEL: 'loud',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'ENCRYPTION_KEYS', 'LINE_CHANNEL_SECRET', 'LOG_LEVEL'])
      expect(faults.some((fault) => fault.startsWith(name))).toBe(true);
    expect(faults.join('\n')).not.toMatch(/99999|somewhere|not-a-key|loud/);
  });

  it('names what is missing beside a half-set channel', () => {
    expect(faultsOf({ LINE_CHANNEL_SECRET: '0123456789abcdef' }).join()).toMatch(
      /LINE_CHANNEL_ACCESS_TOKEN: missing/,
    );
    expect(faultsOf({ SLACK_SIGNING_SECRET: '0123456789abcdef' }).join()).toMatch(/SLACK_BOT_TOKEN/);
    expect(faultsOf({ EMBEDDINGS_BASE_URL: 'http://127.0.0.1:9' }).join()).toMatch(
      /EMBEDDINGS_MODEL: missing/,
    );
  });

  it('takes an empty value for an unset one', () => {
    expect(readConfig('/srv/soudan', { REDIS_URL: '', PORT: ' ' })).toMatchObject({ PORT: 3978 });
  });

  it('reads lists and flags', () => {
    const config = readConfig('/srv/soudan', {
      WIDGET_ORIGINS: 'https://a.example, https://b.example',
      TRUST_PROXY: 'yes',
      SLACK_DESK_CHANNELS: 'crisis=C01,injury=C02',
      DATA_DIR: '/var/lib/soudan',
    });
    expect(config.WIDGET_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
    expect(config.TRUST_PROXY).toBe(true);
    expect(config.SLACK_DESK_CHANNELS).toEqual(['crisis=C01', 'injury=C02']);
    expect(config.DATA_DIR).toBe('/var/lib/soudan');
  });
});

describe('tracing to a service that nobody agreed to', () => {
  it.each(['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'])(
    '%s stops the start',
    (name) => {
      expect(() => readConfig('/srv', { [name]: 'true' })).toThrow(name);
      expect(() => readConfig('/srv', { [name]: 'false' })).not.toThrow();
    },
  );
});
