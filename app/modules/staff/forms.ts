import { z } from "zod";
import { STAFF_ROLES } from "#app/modules/access/roles.ts";
import { emailField, nameField } from "#app/modules/person/forms.ts";

/** Roles as boxes that are ticked or not; none at all is for the use case to judge. */
const roles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ticked) => STAFF_ROLES.filter((role) => [ticked].flat().includes(role)));

/** What an admin types about somebody who works here. Errors are keys of messages. */
export const InviteForm = z.object({
  email: emailField("staff.error.email"),
  name: nameField({ none: "staff.error.name", tooLong: "staff.error.name" }),
  roles: roles.refine((given) => given.length > 0, { error: "staff.error.roles" }),
});

export const RolesForm = z.object({
  roles,
  /** The roles as the page showed them: who has changed them meanwhile is not run over. */
  seen: z.string().max(200).default(""),
});
