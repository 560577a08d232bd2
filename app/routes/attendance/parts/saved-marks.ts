import type { Mark } from "#app/modules/attendance/mark.ts";

/**
 * Reads marks that a device saved as a file: those of this event. The club judges each of them when it arrives, and
 * one that arrived before is the same.
 */
export function readSavedMarks(text: string, eventId: number): Mark[] {
  try {
    const saved = JSON.parse(text) as { eventId?: unknown; marks?: unknown };
    if (saved.eventId !== eventId || !Array.isArray(saved.marks)) return [];
    return saved.marks.filter(isMark).map(({ eventId: _of, ...mark }) => mark as Mark);
  } catch {
    return [];
  }
}

const isMark = (each: unknown): each is Mark & { eventId?: unknown } =>
  typeof each === "object" && each !== null && typeof (each as { id?: unknown }).id === "string";
