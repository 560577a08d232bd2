import { randomUUID } from "node:crypto";
import { browserOf, type Visitor } from "#app/modules/gallery/visitor.server.ts";
import { siteCookie } from "#app/platform/cookies.server.ts";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";

/** Nothing but chance: it is asked for by no other page. */
const cookie = () => siteCookie("marque-heart", { maxAge: 400 * 86_400 });

/** Who looks at a gallery. A browser has its cookie once it gave a heart. */
export async function visitorOf(request: Request): Promise<Visitor> {
  const signedIn = await optionalPerson(request);
  if (signedIn) return { personId: signedIn.person.id };
  const kept: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof kept === "string" ? browserOf(kept) : null;
}

/** What a browser is called once it gives a heart, if it has no name yet. */
export const newBrowser = (): string => randomUUID();

/**
 * The same of who gives a heart: a browser without a cookie gets one, in the header that comes with it.
 *
 * @param offered what its page would have it called: whoever presses twice sends the second before they have the cookie.
 */
export async function heartGiver(
  request: Request,
  offered: string | undefined,
): Promise<{ visitor: NonNullable<Visitor>; headers: HeadersInit }> {
  const known = await visitorOf(request);
  if (known) return { visitor: known, headers: {} };
  const made = offered ?? newBrowser();
  const visitor = browserOf(made) as NonNullable<Visitor>;
  return { visitor, headers: { "Set-Cookie": await cookie().serialize(made) } };
}
