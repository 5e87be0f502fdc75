import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Line } from './lines.ts';

/** Pixels that a person may have scrolled back and still be at the newest line. */
const NEAR = 120;

/**
 * Scrolls to what is new: its beginning, with the question before it, when it is longer than the screen; else the
 * end. Whoever has scrolled back to read stays where they are. The focus is never touched (W-8).
 */
export function useReadingPlace(lines: readonly Line[]): void {
  const place = useRef(0);
  const seen = useRef(0);
  useLayoutEffect(() => {
    const talk = document.getElementById('talk');
    const start = lines[seen.current - 1]?.author === 'you' ? seen.current - 1 : seen.current;
    const isNew = lines.length > seen.current;
    seen.current = lines.length;
    if (lines.length === 0) place.current = 0;
    const first = talk?.querySelectorAll<HTMLElement>('.line')[start];
    if (!talk || !first || !isNew || talk.scrollTop < place.current - NEAR) return;
    const top = first.getBoundingClientRect().top - talk.getBoundingClientRect().top + talk.scrollTop - 8;
    talk.scrollTop = Math.min(top, talk.scrollHeight);
    place.current = talk.scrollTop;
  }, [lines]);
}
