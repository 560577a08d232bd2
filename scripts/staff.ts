import { z } from "zod";
import { addStaff } from "../app/modules/auth/add-staff.server.ts";
import { ROLES } from "../app/modules/auth/roles.ts";
import { db } from "../app/platform/db.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Makes the first admin, before there is one who could do it on a page.
const Arguments = z.tuple(
  [z.literal("add"), z.email(), z.string().trim().min(1).max(200), z.enum(ROLES)],
  z.enum(ROLES),
);

const parsed = Arguments.safeParse(process.argv.slice(2));
if (!parsed.success) {
  console.error(
    `Usage: npm run staff -- add EMAIL "NAME" ROLE [ROLE …]\n  roles: ${ROLES.join(" ")}`,
  );
  process.exit(2);
}
const [, email, name, ...roles] = parsed.data;
const platform = await startPlatform();
try {
  await addStaff(db(), { email, name, roles, grantedBy: null });
  console.log(
    `${name} <${email}> may now work as ${roles.join(", ")}: sign in with a code by e-mail.`,
  );
} finally {
  await platform.stop();
}
