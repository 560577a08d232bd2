/**
 * How many cases a test tries that could try any number: all of them where a change is decided on, fewer at
 * a desk, where it runs many times a day. TEST_SIZE=full or quick says otherwise.
 */
const size = process.env.TEST_SIZE || (process.env.CI ? "full" : "quick");

/** The number for a full run, or the one for a quick run. */
export const sized = (cases: { full: number; quick: number }): number =>
  size === "full" ? cases.full : cases.quick;
