import { readClaimClock } from "#app/modules/claims/claim-clock.server.ts";
import {
  type FiledClaim,
  fileClaim,
  type NewClaim,
} from "#app/modules/claims/file-claim.server.ts";
import { FileClaimForm } from "#app/modules/claims/forms.ts";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";

type Refused = Extract<FiledClaim, { ok: false }>;

const statusOf = (refusal: Refused["refusal"]) =>
  refusal === "busy" ? 503 : FIELD_OF[refusal] === "photo" ? 400 : 409;

/** What the form of a missing visit shows after it was not taken. */
export type ClaimFormReply = {
  form: {
    initialValue?: Record<string, unknown> | null;
    error?: Record<string, string[] | null> | null;
  };
  /** Where the refusal is about the whole and not about a field. */
  refused: Refused | null;
};

const FIELD_OF: Partial<Record<Refused["refusal"], string>> = {
  "nothing-to-go-by": "orderNumber",
  "not-yet": "visitedOn",
  "too-long-ago": "visitedOn",
  "no-such-store": "storeId",
  "not-a-picture": "photo",
  "too-large": "photo",
  busy: "photo",
};

/** What the form of a missing visit needs. */
export async function loadClaimForm() {
  const [stores, { today, dueAt }] = await Promise.all([loadStores(db()), readClaimClock(db())]);
  return { stores, today, dueAt, requestKey: crypto.randomUUID() };
}

/**
 * Files what a form says. Whatever is wrong, all that was typed is in the reply; a file is not, since no
 * browser takes one back, and the reply says so.
 *
 * @returns the claim's number, or the reply and its status.
 */
export async function fileFromForm(
  request: Request,
  whose: Pick<NewClaim, "memberId" | "filedBy">,
): Promise<{ claimId: number } | { reply: ClaimFormReply; status: number }> {
  const { fields, picture } = await readPictureForm(request);
  const form = parseForm(fields, FileClaimForm);
  const photoAgain: Record<string, string[]> =
    picture === null ? {} : { photo: ["claims.error.photoAgain"] };
  if (form.status !== "success") {
    const reply = form.reply({ fieldErrors: photoAgain });
    return { reply: { form: reply, refused: null }, status: 400 };
  }
  const { requestKey, orderNumber, storeId, visitedOn, note } = form.value;
  const filed = await fileClaim({
    ...whose,
    requestKey,
    orderNumber: orderNumber ?? null,
    storeId: storeId ?? null,
    visitedOn,
    note: note ?? null,
    picture,
  });
  if (filed.ok) return { claimId: filed.claimId };
  const field = FIELD_OF[filed.refusal];
  const wrong = field ? { [field]: [`claims.refused.${filed.refusal}`] } : {};
  const reply = form.reply({ fieldErrors: { ...photoAgain, ...wrong } });
  return { reply: { form: reply, refused: filed }, status: statusOf(filed.refusal) };
}
