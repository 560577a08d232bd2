import type { Call } from "./calls.ts";

export const CARS_ACCESS: Record<string, Call[]> = {};
