import { z } from "zod";

/** The highest id that a row can have. */
export const MOST_ROW_ID = 2_147_483_647;

/** The id of a row as an address or a form holds it. */
export const RowId = z.coerce.number().int().positive().max(MOST_ROW_ID);

/** The same where it may be missing: what cannot be one is left out. */
export const OptionalRowId = RowId.nullable().catch(null);

/** The id of an entry of the ledger or the audit log, which grow for ever. */
export const EntryId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
