import type { Call } from "./calls.ts";

export const CLUB_ACCESS: Record<string, Call[]> = {};
