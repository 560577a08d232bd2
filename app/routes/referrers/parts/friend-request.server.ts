import type { AppLoadContext } from "@remix-run/node";
import { type Refusal, refusalTold } from "#app/modules/leads/judge-lead.ts";
import { signShown } from "#app/modules/referrals/form-shown.server.ts";
import { FriendForm } from "#app/modules/referrals/forms.ts";
import { handInForm } from "#app/modules/referrals/hand-in-form.server.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { readKnownBrowser } from "#app/routes/shell/sign-in-cookies.server.ts";
import { minutesUntil } from "#app/routes/shell/sign-in-request.server.ts";
import type { FormReply } from "#app/site/form-errors.ts";

/** What goes along with a form about a friend, unseen. */
export type FriendFormUnseen = { shown: string; consentVersion: number; requestKey: string };

/** Draws a form about a friend: with the time, and with the privacy notice as it is now. */
export async function loadFriendForm(): Promise<FriendFormUnseen> {
  const [shown, privacy] = await Promise.all([signShown(new Date()), loadText(db(), "privacy")]);
  return { shown, consentVersion: privacy?.version ?? 1, requestKey: crypto.randomUUID() };
}

/** What a form about a friend shows after it was not taken: all that was typed is in it. */
export type FriendFormReply = {
  form: FormReply;
  refused: Exclude<Refusal, "no-consent"> | "too-many" | null;
  /** For how many minutes one has to wait, where one has to. */
  minutes: number;
};

/**
 * Hands in what a form about a friend says.
 *
 * @returns the lead, or the reply and its status.
 */
export async function handInFrom(
  { request, context }: { request: Request; context: AppLoadContext },
  whose: { referrerId: number; source: "form" | "link" },
): Promise<{ leadId: number } | { reply: FriendFormReply; status: number }> {
  const form = parseForm(await readFormFields(request), FriendForm);
  const again = (status: number, refused: FriendFormReply["refused"], minutes = 0) => ({
    reply: { form: form.reply(), refused, minutes },
    status,
  });
  if (form.status !== "success") return again(400, null);
  const { locale } = await readPreferences(request);
  const answer = await handInForm({
    ...whose,
    typed: form.value,
    locale,
    browser: { address: requestAddress(context), known: await readKnownBrowser(request) },
  });
  if (answer.ok) return { leadId: answer.leadId };
  // They have closed their account in the same moment: there is nobody to recommend for any more.
  if (answer.refusal === "no-such-referrer") throw new Response(null, { status: 404 });
  if (answer.refusal === "too-many") return again(429, "too-many", minutesUntil(answer.retryAt));
  const refused = refusalTold(answer.refusal, whose.source);
  // The form does not let itself be read without the consent.
  return refused === "no-consent" ? again(400, null) : again(409, refused);
}
