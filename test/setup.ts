import { afterEach, expect, vi } from 'vitest';

/** A stray console.error fails the test that caused it: real software does not shout into the void. */
const errors = vi.spyOn(console, 'error').mockImplementation(() => {});

afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockClear();
  expect(calls, 'unexpected console.error').toEqual([]);
});
