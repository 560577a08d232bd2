import type { CheckInList, ListedParty } from "./check-in-list.ts";
import { readScanned } from "./scan.ts";

/** The same code is not read again for so long: a camera looks eight times a second. */
export const DEAF_MS = 3_000;

/** What was read last, and when, in milliseconds. */
export type LastReading = { text: string; at: number };

/** What a reading comes to on a device. It never says that a code is not valid: the list may be older than it. */
export type Reading =
  | { kind: "again" }
  | { kind: "party"; party: ListedParty }
  /** It is in the list, and has no place: cancelled, or it waits. */
  | { kind: "no-place"; party: ListedParty }
  | { kind: "unlisted"; text: string }
  /** No code of ours: a card, a web address, half a word. */
  | { kind: "no-code"; text: string };

/** Judges what a camera or a scanner read, or somebody typed, by the list that the device has. */
export function judgeReading(
  list: CheckInList | null,
  text: string,
  now: number,
  last: LastReading | null,
): Reading {
  if (last && last.text === text && now - last.at < DEAF_MS) return { kind: "again" };
  const read = readScanned(text);
  if (read.kind === "nothing") return { kind: "no-code", text };
  const party = list?.parties.find(({ token, code }) =>
    read.kind === "code" ? code === read.code : token === read.token,
  );
  if (!party) return { kind: "unlisted", text: read.kind === "code" ? read.code : read.token };
  return { kind: party.state === "registered" ? "party" : "no-place", party };
}

/** What a device cannot know of a party without asking the club. */
export type Unchecked = "cancelled-since" | "changed-since" | "other-gates";

/** A list this old, or no network: what it says may no longer be so. */
const FRESH_MS = 2 * 60_000;

/** The rules that could not be checked, to be read before somebody is let in; none while the list is fresh. */
export function uncheckedRules(listAsOf: Date | null, isOnline: boolean, now: Date): Unchecked[] {
  const fresh = listAsOf !== null && now.getTime() - listAsOf.getTime() < FRESH_MS;
  return isOnline && fresh ? [] : ["cancelled-since", "changed-since", "other-gates"];
}
