import { z } from "zod";
import { ROLES } from "../app/modules/access/roles.ts";
import { makeCodeByHand } from "../app/modules/auth/make-code-by-hand.server.ts";
import { signPeopleOut } from "../app/modules/auth/sign-people-out.server.ts";
import { ensureClub } from "../app/modules/club/ensure-club.server.ts";
import { emailField, nameField } from "../app/modules/person/forms.ts";
import { addStaff } from "../app/modules/staff/add-staff.server.ts";
import { db } from "../app/platform/db.server.ts";
import { appOrigin } from "../app/platform/env.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Makes the first admin, before there is one who could do it on a page, and a code for them where there is
// no mail server yet; signs out whoever must not be in any more.
const email = emailField("not an address");
const Add = z.tuple(
  [z.literal("add"), email, nameField({ none: "no name", tooLong: "too long" }), z.enum(ROLES)],
  z.enum(ROLES),
);
const Code = z.tuple([z.literal("code"), email]);
const SignOut = z.tuple([z.literal("sign-out"), z.union([z.literal("everybody"), email])]);

const parsed = z.union([Add, Code, SignOut]).safeParse(process.argv.slice(2));
if (!parsed.success) {
  console.error(
    `Usage: npm run staff -- add EMAIL "NAME" ROLE [ROLE …]
       npm run staff -- code EMAIL
       npm run staff -- sign-out EMAIL|everybody
  roles: ${ROLES.join(" ")}`,
  );
  process.exit(2);
}
const platform = await startPlatform();
try {
  await ensureClub(db());
  if (parsed.data[0] === "add") await add(parsed.data);
  else if (parsed.data[0] === "code") await showCode(parsed.data[1]);
  else await signOut(parsed.data[1]);
} finally {
  await platform.stop();
}

async function add([, email, name, ...roles]: z.infer<typeof Add>): Promise<void> {
  await addStaff(db(), { email, name, roles, grantedBy: null });
  console.log(
    `${name} <${email}> may now work as ${roles.join(", ")}.
They choose a password at ${appOrigin()}/password, by a code sent by e-mail, and set up an authenticator
app or a passkey. Without a mail server: ask for the code there, then run: npm run staff -- code ${email}`,
  );
}

async function showCode(email: string): Promise<void> {
  const made = await makeCodeByHand(db(), email);
  if (!made) {
    console.error(`There is no account of ${email}.`);
    process.exitCode = 1;
    return;
  }
  console.log(
    `${made.code} is good for ten minutes, once, on the page that ${appOrigin()}/password leads to.`,
  );
}

async function signOut(whom: string): Promise<void> {
  const ended = await signPeopleOut(db(), whom === "everybody" ? null : whom);
  console.log(`${ended} sessions ended.`);
}
