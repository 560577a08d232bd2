import path from "node:path";
import { scratchFolder } from "../../../scripts/test/scratch.ts";

/** Where the journeys keep their clubs. */
export const JOURNEYS = scratchFolder("journeys");

/** The data folder with the demo club as it was loaded, which nobody serves. */
export const LOADED = path.join(JOURNEYS, "loaded");
