import { data, redirect } from "@remix-run/node";
import type { Actor } from "#app/modules/access/actor.ts";
import { ImpactForm, MOST_COUNT_FIELDS, readCounts } from "#app/modules/impact/forms.ts";
import { type ImpactRecorded, recordImpact } from "#app/modules/impact/record-impact.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readTenths } from "#app/platform/words/counted.ts";

export type ImpactRefusal =
  | Exclude<Extract<ImpactRecorded, { ok: false }>["refusal"], "no-event">
  | "number"
  | "reasonLong";

/** What is wrong with a form of counts, and everything that was typed into it. */
export type ImpactReply = {
  refusal: ImpactRefusal;
  /** The fields that it is about, by the names of their counts. */
  fields: string[];
  typed: Record<string, string>;
  reason: string;
  same: string;
};

/**
 * Keeps what a form counts, and leads back to its page.
 *
 * @param back the page's address, with what it looked for.
 */
export async function answerImpact(request: Request, eventId: number, back: URL, actor: Actor) {
  const body = await readFormFields(request, MOST_COUNT_FIELDS);
  const form = parseForm(body, ImpactForm);
  const { counts, mistakes, typed } = readCounts(body);
  const [same = "", asTyped = ""] = ["same", "reason"].map((name) => String(body.get(name) ?? ""));
  const no = (refusal: ImpactRefusal, fields: string[], status: number) =>
    data({ refusal, fields, typed, reason: asTyped, same } satisfies ImpactReply, status);
  if (form.status !== "success") {
    if (form.error?.reason) return no("reasonLong", [], 400);
    throw new Response(null, { status: 400 });
  }
  const { intent, reason } = form.value;
  const sameForAll = readTenths(same);
  if (intent === "same" && sameForAll === null) return no("number", ["same"], 400);
  if (mistakes.length > 0) return no("number", mistakes, 400);
  const record = intent === "same" ? { sameForAll: sameForAll ?? 0, typed: counts } : counts;
  const answer = await recordImpact({ eventId, counts: record, reason }, actor);
  if (answer.ok) {
    back.searchParams.set("done", answer.changed > 0 ? "saved" : "nothing");
    back.searchParams.set("count", String(answer.changed));
    return redirect(`${back.pathname}${back.search}`);
  }
  if (answer.refusal === "no-event") throw new Response(null, { status: 404 });
  return no(answer.refusal, "counts" in answer ? answer.counts : [], 409);
}
