import { z } from "zod";
import { typedReason } from "#app/platform/typed-reason.ts";

/** Why an event is cancelled, as everybody who registered reads it. */
export const CancelEventForm = z.object({
  reason: typedReason(),
});
