import { z } from "zod";
import { cellLabel } from "#app/platform/cell-text.ts";
import { RowId } from "#app/platform/row-id.ts";
import { apiScopes } from "./api-client.ts";

const NAME_AT_MOST = 80;

/** A key as an admin asks for it. Errors are keys of messages. */
export const ApiKeyForm = z.object({
  name: z
    .string({ error: "apiKeys.error.name" })
    .max(200, { error: "apiKeys.error.name" })
    .transform((typed) => cellLabel(typed, NAME_AT_MOST) ?? "")
    .pipe(z.string().min(1, { error: "apiKeys.error.name" })),
  scopes: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ticked) => apiScopes.filter((scope) => [ticked].flat().includes(scope)))
    .refine((scopes) => scopes.length > 0, { error: "apiKeys.error.scopes" }),
});

export const EndApiKeyForm = z.object({
  client: RowId,
});
