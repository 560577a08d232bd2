import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";

/**
 * Where the journeys keep their clubs. Not in the checkout: where others cannot enter that, PostgreSQL's
 * data would be kept elsewhere, and stay.
 */
export const JOURNEYS = path.join(
  os.tmpdir(),
  `marque-journeys-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12)}`,
);

/** The data folder with the demo club as it was loaded, which nobody serves. */
export const LOADED = path.join(JOURNEYS, "loaded");
