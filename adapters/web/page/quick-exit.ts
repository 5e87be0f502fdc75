import type { Chat } from './chat.ts';
import { NEUTRAL_PAGE } from './neutral-page.ts';

/**
 * Forgets the chat here and on the server, empties the screen at once, and puts a neutral page in the place of
 * this one, so that "back" does not lead here. In another site's frame the whole window goes.
 */
export function quickExit(chat: Pick<Chat, 'forget'>, view: Window): void {
  view.document.documentElement.style.display = 'none';
  view.document.title = '';
  chat.forget(true);
  const target = view.top ?? view;
  try {
    target.location.replace(NEUTRAL_PAGE);
  } catch {
    // A sandboxed frame may not move its parent: at least this frame shows nothing of us.
    view.location.replace(NEUTRAL_PAGE);
  }
}

/** Esc pressed twice within a second leaves. Gives the function that stops listening. */
export function onEscapeTwice(view: Window, leave: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const listen = (event: KeyboardEvent) => {
    // An input method uses Esc for itself while it composes.
    if (event.key !== 'Escape' || event.isComposing) return;
    if (event.timeStamp - last < 1000) leave();
    last = event.timeStamp;
  };
  view.addEventListener('keydown', listen);
  return () => view.removeEventListener('keydown', listen);
}
