import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { OwnEntryForm } from "#app/modules/contests/forms.ts";
import { forgetOwnEntry, withdrawOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import { vote } from "#app/modules/contests/vote.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";
import type { FormReply } from "#app/site/form-errors.ts";
import type { EntryRefusal } from "./entry-answer.ts";

export const OWN_DONE = ["entered", "withdrawn", "forgotten", "voted"] as const;

/** The field of which a refusal speaks, and at which it is told; the others are told above all forms. */
const REFUSED_FIELD: Partial<Record<EntryRefusal, string>> = {
  "no-picture": "picture",
  "not-a-picture": "picture",
  "too-large": "picture",
  heic: "picture",
  busy: "picture",
  "own-child": "entry",
};

type OwnAnswer =
  | { ok: true; done: (typeof OWN_DONE)[number] }
  /** `refusal`: null where it is told at a field. */
  | { ok: false; refusal: EntryRefusal | "form" | null; form?: FormReply };

/**
 * Does what a guardian asks for. A child that has an entry gets this picture in the place of the one before, under the
 * same number.
 *
 * @throws Response as `readPictureForm` does, and 404 for an entry that is not theirs.
 */
export async function doOwnEntry(
  request: Request,
  { memberId, by }: { memberId: number; by: number },
): Promise<OwnAnswer> {
  const { fields, picture } = await readPictureForm(request, PHOTO_BYTES);
  const form = parseForm(fields, OwnEntryForm);
  if (form.status !== "success") return { ok: false, refusal: "form" };
  const act = form.value;
  const refused = (refusal: EntryRefusal): OwnAnswer => {
    // Of what is not theirs nobody says that it is there.
    if (/^no-such-/.test(refusal)) throw new Response(null, { status: 404 });
    const field = REFUSED_FIELD[refusal];
    if (!field) return { ok: false, refusal };
    const fieldErrors = { [field]: [`contests.refused.${refusal}`] };
    return { ok: false, refusal: null, form: form.reply({ fieldErrors }) };
  };
  if (act.intent === "vote") {
    const given = {
      contestId: act.contest,
      entryId: act.entry,
      registrationId: act.party,
      memberId,
    };
    const voted = await vote(given, by);
    return voted.ok ? { ok: true, done: "voted" } : refused(voted.refusal);
  }
  if (act.intent !== "enter") {
    const isForget = act.intent === "forget";
    const asked = { entryId: act.entry, memberId };
    const isDone = await (isForget ? forgetOwnEntry(asked) : withdrawOwnEntry(asked));
    if (!isDone) throw new Response(null, { status: 404 });
    return { ok: true, done: isForget ? "forgotten" : "withdrawn" };
  }
  if (picture === null) return refused("no-picture");
  if (picture === "too-large") return refused("too-large");
  if ((await contestOf(db(), act.contest))?.terms.kind !== "pictures") {
    throw new Response(null, { status: 404 });
  }
  const entered = await enterPerson(
    { contestId: act.contest, personId: act.person, requestKey: act.requestKey },
    { source: "home", by, memberId },
  );
  const isReplacing = !entered.ok && entered.refusal === "already-entered";
  if (!entered.ok && !isReplacing) return refused(entered.refusal);
  const entryId = entered.ok || entered.refusal === "already-entered" ? entered.entryId : 0;
  const added = await addEntryPicture({ entryId, picture }, { by, memberId });
  return added.ok ? { ok: true, done: "entered" } : refused(added.refusal);
}
