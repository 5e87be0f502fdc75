import type { Lane } from '../ports/inbox.ts';
import type { WorkerOptions } from './worker-options.ts';

/** Shows the person that an answer is being made. Fire and forget: failures change nothing. `signal` is the turn's own. */
export function showTyping({ adapters }: WorkerOptions, { row }: Lane, signal: AbortSignal): void {
  const { activity } = row;
  const adapter = adapters.get(activity.channel);
  const asks = activity.type === 'message' || (activity.type === 'action' && activity.text !== undefined);
  if (!adapter?.typing || !asks || activity.mayReply === false) return;
  void adapter.typing(activity.address, signal).catch(() => {});
}
