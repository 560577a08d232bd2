import { addEntryPicture } from "#app/modules/contests/add-picture.server.ts";
import { enterPerson } from "#app/modules/contests/enter-person.server.ts";
import { EntryActForm } from "#app/modules/contests/forms.ts";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import { recordAttempt } from "#app/modules/contests/measure.server.ts";
import { vote } from "#app/modules/contests/vote.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { readWhole } from "#app/platform/typed-number.ts";
import type { EntryAnswer } from "./entry-answer.ts";

/**
 * Reads what is sent from a contest's table, by a page or by a device.
 *
 * @throws Response as `readPictureForm` does, and 400 for what no page of ours sends.
 */
export async function readEntryForm(request: Request) {
  const { fields, picture } = await readPictureForm(request, PHOTO_BYTES);
  const form = parseForm(fields, EntryActForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  return { form, picture };
}

/**
 * Takes an entry, a picture, a try or a vote on the spot. A picture that comes with an entry is the entry's; where it
 * is none, the entry stays and waits for one.
 */
export async function takeEntry(
  { form, picture }: Awaited<ReturnType<typeof readEntryForm>>,
  contest: Pick<ShownContest, "id">,
  by: number,
): Promise<EntryAnswer> {
  const act = form.value;
  const contestId = contest.id;
  if (act.intent === "vote") {
    const given = { contestId, entryId: act.entry, registrationId: act.party, memberId: null };
    const voted = await vote(given, by);
    return voted.ok ? { ok: true, done: "voted" } : voted;
  }
  if (act.intent === "measure") {
    const measured = { contestId, entryId: act.entry, id: act.id, typed: act.value };
    const answer = await recordAttempt(measured, by);
    return answer.ok ? { ok: true, done: "measured" } : answer;
  }
  if (act.intent === "picture") return addPicture(act.entry, picture, by);
  const number = act.number === "" ? null : readWhole(act.number);
  if (act.number !== "" && (number === null || number < 1 || number > 9_999)) {
    return { ok: false, refusal: "number" };
  }
  const entered = await enterPerson(
    {
      contestId,
      personId: OptionalRowId.parse(act.person || null),
      ...{ number, bracket: act.bracket || null, note: act.note, requestKey: act.requestKey },
    },
    { source: "spot", by },
  );
  if (!entered.ok) return entered;
  const { entryId } = entered;
  const given = picture === null ? null : await addPicture(entryId, picture, by);
  const hasPicture = (await db().contestPicture.count({ where: { entryId, removedAt: null } })) > 0;
  return {
    ...{ ok: true, done: "entered", entryId, number: entered.number, hasPicture },
    pictureRefusal: given && !given.ok ? given.refusal : null,
  };
}

async function addPicture(
  entryId: number,
  picture: Buffer | "too-large" | null,
  by: number,
): Promise<EntryAnswer> {
  if (picture === null) return { ok: false, refusal: "no-picture" };
  if (picture === "too-large") return { ok: false, refusal: "too-large" };
  const added = await addEntryPicture({ entryId, picture }, { by, memberId: null });
  return added.ok ? { ok: true, done: "picture" } : added;
}
