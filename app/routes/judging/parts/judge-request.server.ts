import {
  type FoundJudge,
  findJudge,
  noteJudgeSeen,
} from "#app/modules/judging/judge-links.server.ts";
import { siteCookie } from "#app/platform/cookies.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Who judges on this tablet: the last judge whose link was opened in it. Not a secret; it opens nothing. */
const seat = () => siteCookie("marque-judge");

/**
 * The judge that a request came by.
 *
 * @throws Response 404 for a link that never was.
 */
export async function requireJudge(token: string | undefined): Promise<FoundJudge> {
  const judge = await findJudge(db(), token);
  if (!judge) throw new Response(null, { status: 404 });
  if (judge.state === "judging") await noteJudgeSeen(judge.id);
  return judge;
}

/** The header by which a tablet is this judge's from now on. */
export const takeSeat = async (judge: FoundJudge) => ({
  "Set-Cookie": await seat().serialize({ id: judge.id, name: judge.name }),
});

/**
 * Who else judges on this tablet now, so that a page that was left open keeps nothing of what they press; null where
 * nobody does.
 */
export async function otherJudgeOn(
  request: Request,
  judge: Pick<FoundJudge, "id">,
): Promise<{ name: string } | null> {
  const kept = (await seat().parse(request.headers.get("Cookie"))) as unknown;
  if (typeof kept !== "object" || kept === null || !("id" in kept)) return null;
  if (kept.id === judge.id) return null;
  const name = "name" in kept && typeof kept.name === "string" ? kept.name.slice(0, 80) : "";
  return { name };
}

/** Whether a page was opened, and not asked anew by a script on it: those take anything for an answer. */
export const isOpened = (request: Request): boolean =>
  request.method === "GET" && (request.headers.get("Accept") ?? "").includes("text/html");
