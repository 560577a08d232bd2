import type { Call } from "./calls.ts";

export const SECURITY_ACCESS: Record<string, Call[]> = {};
