import type { Call } from "./calls.ts";

export const RULES_ACCESS: Record<string, Call[]> = {};
