import type { Call } from "./calls.ts";

export const JOIN_ACCESS: Record<string, Call[]> = {};
