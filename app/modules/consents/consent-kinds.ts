import type { Locale } from "#app/platform/words/locale.ts";

/**
 * What the club asks people's agreement to, each by itself and none of them pre-ticked (product.md,
 * "Joining"): the rules of the club, letters about the car's service, news of the club, pictures taken at
 * events, and, of a child, the guardian's word that it may be kept.
 */
const CONSENT_KINDS = ["terms", "service-messages", "club-news", "photos", "guardian"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Where somebody agreed or took it back. */
const CONSENT_SOURCES = ["joining", "profile", "desk", "unsubscribe"] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** What can be given and taken back as one likes; without the rules of the club there is no membership. */
export const FREE_CONSENTS = ["service-messages", "club-news", "photos"] as const;
export type FreeConsent = (typeof FREE_CONSENTS)[number];

/**
 * The version of the words by which each is asked for. It goes up with every change of sense, in
 * `consent.*` of the words: what somebody agreed to is kept with what they read. The club's rules are a text
 * with versions of its own, which an admin writes.
 */
const WORDING_VERSIONS: Record<Exclude<ConsentKind, "terms">, number> = {
  "service-messages": 1,
  "club-news": 1,
  photos: 1,
  guardian: 1,
};

/**
 * How the words are named that somebody saw: `club-news-1 zh-CN`; without a language, where nobody read any.
 *
 * @param rulesVersion of the club's rules, where it is those.
 */
export function consentWording(kind: ConsentKind, locale: Locale | null, rulesVersion = 1): string {
  const version = kind === "terms" ? rulesVersion : WORDING_VERSIONS[kind];
  return [`${kind}-${version}`, locale].filter(Boolean).join(" ");
}

/** Which version somebody agreed to, by how its words are named. */
export const agreedVersion = (wording: string): number =>
  Number(/^[a-z-]+-(\d+)/.exec(wording)?.[1] ?? 1);
