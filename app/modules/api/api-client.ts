/** What a key can be allowed to do. */
export const apiScopes = [
  "orders:write",
  "balance:read",
  "gifts:read",
  "redemptions:read",
  "redemptions:write",
  "codes:read",
  "events:read",
  "registrations:read",
  "registrations:write",
  "check-in:write",
  "leads:read",
  "leads:write",
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** A program that calls the API, as its key told. */
export type ApiClient = { id: number; name: string; scopes: readonly string[] };

export const isApiScope = (text: string): text is ApiScope => apiScopes.includes(text as ApiScope);
