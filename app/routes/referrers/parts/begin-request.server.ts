import { siteCookie } from "#app/platform/cookies.server.ts";

/** Who asked for a code to begin with: their name is not kept before the address is proved. */
export type Beginner = { email: string; name: string };

/** Carries a {@link Beginner} from the page that asks for a code to the one that takes it. */
const beginner = () => siteCookie("marque-begin", { maxAge: 15 * 60 });

/** The Set-Cookie header that remembers who asked. */
export const keepBeginner = (asked: Beginner): Promise<string> => beginner().serialize(asked);

/** The Set-Cookie header that forgets them. */
export const forgetBeginner = (): Promise<string> => beginner().serialize("", { maxAge: 0 });

/** Who asked for a code in this browser within the last quarter of an hour, or null. */
export async function readBeginner(request: Request): Promise<Beginner | null> {
  const kept: unknown = await beginner().parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null) return null;
  const { email, name } = kept as Partial<Beginner>;
  return typeof email === "string" && typeof name === "string" ? { email, name } : null;
}
