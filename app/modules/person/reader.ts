/** Somebody whom the club knows, as their row of `person` says how to write to them. */
export type Reader = {
  id: number;
  name: string;
  email: string | null;
  locale: string | null;
  closedAt: Date | null;
};

/** What a query has to select of somebody who is to be written to. */
export const READER = { id: true, name: true, email: true, locale: true, closedAt: true } as const;
