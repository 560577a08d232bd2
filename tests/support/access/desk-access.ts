import type { Call } from "./calls.ts";

export const DESK_ACCESS: Record<string, Call[]> = {};
