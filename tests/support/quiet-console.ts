import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// Output stays clean: a warning that nobody reads today is tomorrow's fault that nobody sees.
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
});

afterEach(() => {
  const calls = spies.flatMap((spy) => spy.mock.calls);
  for (const spy of spies) spy.mockRestore();
  expect(calls, "a test wrote to console.error or console.warn").toEqual([]);
});
