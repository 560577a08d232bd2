import { type HandedIn, handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { type Sign, signsOf } from "#app/modules/leads/judge-lead.ts";
import {
  originOf,
  type SendingBrowser,
  sharedOrigin,
} from "#app/modules/leads/lead-origin.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  consumeAttempt,
  type Limit,
  type LimitedAttempt,
} from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { readShown } from "./form-shown.server.ts";
import type { FriendTyped } from "./forms.ts";
import { ADDRESS_FORMS, COUNTED_BY_ALL, COUNTED_BY_REFERRER } from "./limits.ts";
import { isThrowAway } from "./throw-away.ts";

export type FormHandedIn = HandedIn | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Takes a friend from a form: the referrer's own, or the one that friends fill in on the referrer's page. What looks
 * wrong about it is kept for a person, and answered like everything else; only a flood from one place is turned away.
 *
 * @param now for tests; the clocks otherwise.
 */
export async function handInForm(
  form: {
    referrerId: number;
    source: "form" | "link";
    typed: FriendTyped;
    /** The language of whoever typed it, in which the friend is written to. */
    locale: Locale;
    browser: SendingBrowser;
  },
  now?: Date,
): Promise<FormHandedIn> {
  const { referrerId, source, typed, locale, browser } = form;
  const turn = await consumeAttempt(ADDRESS_FORMS, addressGroup(browser.address));
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const { friend, website, shown, consentVersion, requestKey } = typed;
  const signs = signsOf(
    {
      hiddenField: website,
      shownAt: await readShown(shown),
      now: now ?? new Date(),
      recent: {
        byReferrer: before(COUNTED_BY_REFERRER, await count(COUNTED_BY_REFERRER, referrerId)),
        byAll: before(COUNTED_BY_ALL, await count(COUNTED_BY_ALL, 0)),
      },
      email: friend.email,
    },
    isThrowAway,
  );
  return handInLead({
    referrerId,
    friend: { ...friend, locale },
    source,
    consented: true,
    consentVersion,
    storeId: null,
    by: null,
    signs: source === "link" ? [...signs, ...(await ofReferrer(signs, form))] : signs,
    origin: await originOf(browser),
    requestKey,
    at: now,
  });
}

/** A network that is shared goes along with what else looks wrong, and alone stops nobody. */
async function ofReferrer(
  signs: readonly Sign[],
  { referrerId, browser }: { referrerId: number; browser: SendingBrowser },
): Promise<Sign[]> {
  const shared = await sharedOrigin(db(), referrerId, browser);
  return signs.length > 0 || shared.includes("same-device") ? shared : [];
}

const count = (limit: Limit, subject: number) => consumeAttempt(limit, String(subject));

/** How many there were before this one. */
const before = ({ turns }: Limit, turn: LimitedAttempt) =>
  turn.ok ? turns - turn.left - 1 : turns;
