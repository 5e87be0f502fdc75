import type { Writer } from '../bot/ports/writer.ts';

/** `OPENAI_API_KEY`, `OPENAI_BASE_URL`, `OPENAI_MODEL`. */
export interface WriterSettings {
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
}

/** Fast, knows strict structured output, and thinks no tokens away. */
const MODEL = 'gpt-4.1-mini';

/** A writer when a key or a server is set. Its SDKs are loaded with the first question that needs them: they take 0.4 s. */
export function openWriter({ apiKey, baseUrl, model = MODEL }: WriterSettings): Writer | undefined {
  if (!apiKey && !baseUrl) return undefined;
  let loaded: Promise<Writer> | undefined;
  const load = async () => {
    const { LangchainWriter } = await import('./openai/langchain-writer.ts');
    return new LangchainWriter({ model, ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseUrl } : {}) });
  };
  return {
    model,
    write: async (request) => {
      loaded ??= load();
      return (await loaded).write(request);
    },
  };
}
