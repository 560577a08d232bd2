import type { ActionFunctionArgs } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { askForPasskey } from "#app/modules/security/ask-for-passkey.server.ts";
import { beginPasskey } from "#app/modules/security/begin-passkey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { requirePerson, requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { keepPasskeyChallenge } from "#app/routes/shell/sign-in-cookies.server.ts";

/**
 * What a passkey is to sign: to sign in, open to everybody; to confirm that it is them, whoever is signed
 * in; to add one, whoever has just confirmed it. Asked for by the page's script.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const purpose = (await readFormFields(request)).get("purpose");
  const address = requestAddress(context);
  switch (purpose) {
    case "sign-in":
      return asked(await askForPasskey(db(), "sign-in", { personId: null, address }));
    case "confirm": {
      const { person } = await requirePerson(request);
      return asked(await askForPasskey(db(), "confirm", { personId: person.id, address }));
    }
    case "add": {
      await requireRecentAuthentication(request);
      const { person } = await requirePerson(request);
      const [{ locale }, club] = await Promise.all([readPreferences(request), loadClub()]);
      const name = locale === "zh-CN" ? club.nameZh : club.name;
      return asked({ ok: true, ...(await beginPasskey(db(), person, name)) });
    }
    default:
      return Response.json(null, { status: 400 });
  }
}

type Asked = { ok: true; options: object; token: string } | { ok: false };

async function asked(answer: Asked): Promise<Response> {
  if (!answer.ok) return Response.json(null, { status: 429 });
  return Response.json(answer.options, {
    headers: {
      "Cache-Control": "no-store",
      "Set-Cookie": await keepPasskeyChallenge(answer.token),
    },
  });
}
