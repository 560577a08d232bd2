import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "#app/modules/auth/end-session.server.ts";
import { db } from "#app/platform/db.server.ts";
import { forgetSessionToken, readSessionToken } from "#app/platform/session.server.ts";

/** Open to everybody: ends this browser's session, if it has one. */
export async function action({ request }: ActionFunctionArgs) {
  const token = await readSessionToken(request);
  if (token) await endSession(db(), token);
  return redirect("/", { headers: { "Set-Cookie": await forgetSessionToken() } });
}

/** A link or a bookmark signs nobody out. */
export const loader = () => redirect("/");
