import type { Call } from "./calls.ts";

export const ACCOUNT_ACCESS: Record<string, Call[]> = {};
