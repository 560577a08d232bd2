import type { CheckInList } from "#app/modules/attendance/check-in-list.ts";
import { MARKS_AT_ONCE, type MarkAnswered } from "#app/modules/attendance/mark.ts";
import type { QueuedMark } from "./device-store.ts";

/** Why the club did not answer: it was not reached, or the link or the session is over. */
export type SendTrouble = "out-of-reach" | "over";

export type Sent =
  | { ok: true; answers: MarkAnswered[]; unreadable: number }
  | { ok: false; trouble: SendTrouble };

/** Sends as many of the marks as go at once; the rest waits for the next time. */
export async function sendMarks(to: string, marks: readonly QueuedMark[]): Promise<Sent> {
  const batch = marks.slice(0, MARKS_AT_ONCE).map(({ eventId, ...mark }) => mark);
  const body = new URLSearchParams({ marks: JSON.stringify(batch) });
  const answer = await ask<Omit<Sent & { ok: true }, "ok">>(to, { method: "POST", body });
  return "trouble" in answer ? { ok: false, ...answer } : { ok: true, ...answer.json };
}

/** Fetches the list of today. */
export async function fetchList(
  from: string,
): Promise<{ ok: true; list: CheckInList } | { ok: false; trouble: SendTrouble }> {
  const answer = await ask<CheckInList>(from, {});
  if ("trouble" in answer) return { ok: false, ...answer };
  return { ok: true, list: { ...answer.json, arrivedAt: new Date().toISOString() } };
}

/** Why nobody else comes in a companion's place. */
export type ExchangeTrouble = "no-such-person" | "member" | "another-bracket" | "out-of-reach";

/** @returns null where somebody else comes now. */
export async function sendExchange(
  to: string,
  fields: { person: string; name: string; born: string },
): Promise<ExchangeTrouble | null> {
  const body = new URLSearchParams(fields);
  const answer = await ask<{ ok: true } | { ok: false; refusal: ExchangeTrouble }>(to, {
    method: "POST",
    body,
  });
  if ("trouble" in answer) return "out-of-reach";
  return answer.json.ok ? null : answer.json.refusal;
}

/** Longer than any network that works takes; who stands at a gate does not wait for another. */
const PATIENCE_MS = 10_000;

async function ask<T>(
  address: string,
  init: RequestInit,
): Promise<{ json: T } | { trouble: SendTrouble }> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(address, { ...init, signal, redirect: "manual" });
    // A session that is over leads to the page where one signs in; a link that was ended is refused.
    if (response.type === "opaqueredirect" || [401, 403, 404, 410].includes(response.status)) {
      return { trouble: "over" };
    }
    if (!response.ok) return { trouble: "out-of-reach" };
    return { json: (await response.json()) as T };
  } catch {
    return { trouble: "out-of-reach" };
  }
}
