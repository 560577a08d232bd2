/** What is known of a friend whom somebody names, before anything of them is written down. */
export type FriendFacts = {
  consented: boolean;
  /** The phone or the e-mail address is the referrer's own. */
  isSelf: boolean;
  /** Somebody of the referrer's family or car: who shares the household buys for it. */
  sharesHousehold: boolean;
  isMember: boolean;
  isStaff: boolean;
  /** Asked not to be named again. */
  askedToBeForgotten: boolean;
  /** Whose lead holds the friend now. */
  heldBy: "nobody" | "the-same" | "another";
};

/** What speaks for a look by a person before anything is done. Nothing of it is a proof. */
export type Sign =
  /** A field that people do not see was filled in. */
  | "hidden-field"
  /** It was filled in faster than it can be read. */
  | "too-fast"
  /** Many by one referrer, or through all addresses together, in a short time. */
  | "burst"
  | "throw-away-email"
  /** The friend answered from the device or network that the referrer uses: one showroom has one Wi-Fi. */
  | "same-device"
  | "same-network";

/** Nothing is stored of what is refused; staff see why, the referrer what is theirs to know. */
export type Refusal = "no-consent" | "yourself" | "household" | "known" | "already-yours";

export type Judgement =
  | { outcome: "refused"; refusal: Refusal }
  /** To be looked at by a person. Whoever handed it in gets the answer that everybody gets. */
  | { outcome: "review"; signs: Sign[] }
  | { outcome: "taken" };

/**
 * Decides what becomes of a friend who is named (product.md, "Referrals"). That somebody is an owner, works here,
 * asked to be forgotten or was named by another is one answer, `known`: a referrer learns nothing of a number that
 * is not theirs.
 */
export function judgeLead(friend: FriendFacts, signs: readonly Sign[]): Judgement {
  const refusal = refusalOf(friend);
  if (refusal) return { outcome: "refused", refusal };
  return signs.length > 0 ? { outcome: "review", signs: [...signs] } : { outcome: "taken" };
}

/**
 * What whoever typed a friend learns of it. On the page of a referrer's link that is anybody: they learn nothing of the
 * referrer, whose own number it may be, nor whom they named.
 */
export const refusalTold = (refusal: Refusal, source: "form" | "link"): Refusal =>
  source === "link" && refusal !== "no-consent" ? "known" : refusal;

function refusalOf(friend: FriendFacts): Refusal | null {
  if (!friend.consented) return "no-consent";
  if (friend.isSelf) return "yourself";
  if (friend.heldBy === "the-same") return "already-yours";
  if (friend.sharesHousehold) return "household";
  const known = friend.isMember || friend.isStaff || friend.askedToBeForgotten;
  return known || friend.heldBy === "another" ? "known" : null;
}

/** How a form was filled in. */
export type FormSigns = {
  hiddenField: string;
  /** When the page was drawn, as the server signed it; null where that is missing or not ours. */
  shownAt: Date | null;
  now: Date;
  /** By this referrer in the last hour, and by everybody through the form in the last minute. */
  recent: { byReferrer: number; byAll: number };
  email: string | null;
};

/** Nobody reads four fields and a consent in less. */
const LEAST_SECONDS = 3;
/** Of an afternoon among friends, and of the busiest stand at a fair. */
const BURST = { byReferrer: 5, byAll: 60 };

/** What about a form speaks for a look by a person. */
export function signsOf(form: FormSigns, isThrowAway: (domain: string) => boolean): Sign[] {
  const { shownAt, recent, email } = form;
  const fast = !shownAt || form.now.getTime() - shownAt.getTime() < LEAST_SECONDS * 1000;
  const domain = email?.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const found: [boolean, Sign][] = [
    [form.hiddenField !== "", "hidden-field"],
    [fast, "too-fast"],
    [recent.byReferrer >= BURST.byReferrer || recent.byAll >= BURST.byAll, "burst"],
    [domain !== undefined && isThrowAway(domain), "throw-away-email"],
  ];
  return found.filter(([applies]) => applies).map(([, sign]) => sign);
}
