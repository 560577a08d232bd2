/** Why an entry, a picture, a try or a vote was not taken. */
export const ENTRY_REFUSALS = [
  "no-such-contest",
  "no-such-entry",
  "no-such-person",
  "no-such-party",
  "not-open",
  "too-late",
  "number",
  "number-taken",
  "full",
  "not-a-child",
  "not-coming",
  "consent-missing",
  "no-bracket",
  "already-entered",
  "no-picture",
  "not-a-picture",
  "too-large",
  "heic",
  "busy",
  "unreadable",
  "no-more-attempts",
  "not-come",
  "own-child",
] as const;
export type EntryRefusal = (typeof ENTRY_REFUSALS)[number];

/** The field of which a refusal speaks, and at which a page tells it; the others are told above all forms. */
export const REFUSED_FIELD: Record<string, string | undefined> = {
  unreadable: "value",
  "no-more-attempts": "value",
  "no-such-person": "person",
  "not-a-child": "person",
  "not-coming": "person",
  "consent-missing": "person",
  "no-bracket": "bracket",
  "not-come": "party",
  "own-child": "entry",
} satisfies Partial<Record<EntryRefusal, string>>;

/** What a page or a device is answered. All of it is JSON. */
export type EntryAnswer =
  | {
      ok: true;
      done: "entered";
      entryId: number;
      number: number;
      hasPicture: boolean;
      /** The entry is in, and what was sent as its picture is none. */
      pictureRefusal: EntryRefusal | null;
    }
  | { ok: true; done: "picture" | "measured" | "voted" }
  | {
      ok: false;
      refusal: EntryRefusal;
      /** Of who has an entry: which one. */
      entryId?: number;
      number?: number;
    };
