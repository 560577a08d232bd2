import type { Databases } from "./databases.ts";

/** What every measurement is given. */
export type Bench = {
  databases: Databases;
  /** Small sizes and few rounds: to see that it works, not how fast. */
  quick: boolean;
};
