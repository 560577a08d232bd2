import { tokenHash } from "#app/modules/auth/session-token.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import type { JoiningForm } from "./join-club.server.ts";
import { ADDRESS_FORMS_SENT, FORMS_SENT, PROOFS_ATTEMPTED } from "./limits.ts";

type FormTurn =
  | { ok: true }
  | { ok: false; refusal: "too-many"; retryAt: Date }
  | { ok: false; refusal: "too-many-tries" };

/** Counts a form that was handed in, before it is judged, and the proof in it. */
export async function consumeFormAttempt({
  token,
  joiner,
  browser,
}: JoiningForm): Promise<FormTurn> {
  const joining = tokenHash(token);
  const turns = [
    await consumeAttempt(ADDRESS_FORMS_SENT, addressGroup(browser.address)),
    await consumeAttempt(FORMS_SENT, joining),
  ];
  for (const turn of turns) {
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  }
  if (joiner.orderNumber === null) return { ok: true };
  const proof = await consumeAttempt(PROOFS_ATTEMPTED, joining);
  return proof.ok ? { ok: true } : { ok: false, refusal: "too-many-tries" };
}
