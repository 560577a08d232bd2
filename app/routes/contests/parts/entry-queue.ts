import type { EntryAnswer, EntryRefusal } from "./entry-answer.ts";

/**
 * An entry as this device took it. Its picture is no part of what is kept: without a network that stays in the camera
 * roll, and is chosen from there once the entry has arrived.
 */
export type QueuedEntry = {
  /** The request's key: however often it is sent, it is one entry. */
  key: string;
  personId: number | null;
  name: string;
  /** The number on the sheet beside it, where one lay there. */
  sheet: string;
  bracket: string;
  /** Once the club has it. */
  entryId: number | null;
  number: number | null;
  hasPicture: boolean;
  refusal: EntryRefusal | null;
};

const nameOf = (contestId: number) => `marque-contest-${contestId}`;

/** What this device has taken for a contest and still shows; nothing where the browser keeps nothing. */
export function readQueue(contestId: number): QueuedEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(contestId)) ?? "[]");
    return Array.isArray(kept) ? (kept as QueuedEntry[]) : [];
  } catch {
    return [];
  }
}

/** Written down before anything is sent: a page that ends meanwhile has lost no entry. */
export function keepQueue(contestId: number, queue: readonly QueuedEntry[]): void {
  try {
    localStorage.setItem(nameOf(contestId), JSON.stringify(queue));
  } catch {
    // A browser that keeps nothing works as long as the page is open.
  }
}

/** Longer than any picture takes on a network that works. */
const PATIENCE_MS = 120_000;

/** @returns null where the club was not reached. */
async function ask(to: string, body: FormData): Promise<EntryAnswer | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(to, { method: "POST", body, signal, redirect: "manual" });
    return response.ok ? ((await response.json()) as EntryAnswer) : null;
  } catch {
    return null;
  }
}

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

/** Sends an entry without its picture: a few bytes, which any network carries. */
export const sendEntry = (to: string, entry: QueuedEntry): Promise<EntryAnswer | null> =>
  ask(
    to,
    formOf({
      ...{ intent: "enter", requestKey: entry.key, number: entry.sheet, bracket: entry.bracket },
      person: entry.personId === null ? "" : String(entry.personId),
      note: entry.personId === null ? entry.name.slice(0, 120) : "",
    }),
  );

/** Sends the picture of an entry that has arrived. */
export function sendPicture(to: string, entryId: number, file: File): Promise<EntryAnswer | null> {
  const form = formOf({ intent: "picture", entry: String(entryId) });
  form.append("picture", file);
  return ask(to, form);
}

/** One key for one photo, whenever and however often it is chosen: photos that have arrived are not sent again. */
export async function keyOfPhoto(contestId: number, file: File): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `photo:${contestId}:${hex}`;
}
