import { z } from "zod";
import { emailField, nameField } from "#app/modules/person/forms.ts";

const name = nameField({ none: "referrers.error.name", tooLong: "referrers.error.tooLong" });
const email = emailField("referrers.error.email");

/** What somebody types who wants to recommend friends and is not in the club. */
export const BeginForm = z.object({
  name,
  email,
  agree: z.literal("on", { error: "referrers.begin.agreeNeeded" }),
});
