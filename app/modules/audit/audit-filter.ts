import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { EntryId, OptionalRowId } from "#app/platform/row-id.ts";
import { AUDIT_GROUP_NAMES } from "./audit-actions.ts";

const day = z
  .string()
  .refine((typed) => parseDay(typed) !== null)
  .nullable()
  .catch(null);

/** The audit log's filters as an address holds them; what cannot be read is left out. */
export const AuditQuery = z.object({
  person: OptionalRowId,
  group: z.enum(AUDIT_GROUP_NAMES).nullable().catch(null),
  /** A member's number. */
  member: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^M\d{8}$/)
    .nullable()
    .catch(null),
  from: day,
  through: day,
  /** Lines older than this one. */
  before: EntryId.nullable().catch(null),
});

export type AuditFilter = Omit<z.output<typeof AuditQuery>, "before">;

/** Filters as an address, without those that are not set. */
export function auditSearch(filter: AuditFilter, before: number | null = null): URLSearchParams {
  const set = Object.entries({ ...filter, before }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(set);
}
