import type { Call } from "./calls.ts";

export const CLAIMS_ACCESS: Record<string, Call[]> = {};
