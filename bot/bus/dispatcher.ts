import type { Json } from '../json.ts';

/** Who listens to which topic in this process. */
export interface Dispatcher {
  subscribe(topic: string, listener: (payload: Json) => void): () => void;
  /** Calls the topic's listeners soon, never inside the caller's own stack. */
  dispatch(topic: string, payload: Json): void;
}

/** Both buses deliver through this. `onFault` hears of listeners that throw; the other listeners still run. */
export function createDispatcher(onFault: (error: unknown) => void): Dispatcher {
  const topics = new Map<string, Set<(payload: Json) => void>>();
  return {
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      // A wrapper of its own, so that the same function subscribed twice can be ended once.
      const own = (payload: Json) => listener(payload);
      listeners.add(own);
      topics.set(topic, listeners);
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
      };
    },
    dispatch(topic, payload) {
      if (!topics.has(topic)) return;
      queueMicrotask(() => {
        for (const listener of topics.get(topic) ?? []) {
          try {
            listener(payload);
          } catch (error) {
            onFault(error);
          }
        }
      });
    },
  };
}
