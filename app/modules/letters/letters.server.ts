import type { Db } from "#app/platform/db.server.ts";
import { type RenderedLetter, renderLetter } from "./render-letter.server.ts";

/** A letter as the mailbox page lists it. */
export type LetterListed = {
  id: number;
  to: string;
  template: string;
  state: string;
  subject: string;
  createdAt: Date;
};

export type LetterShown = RenderedLetter & LetterListed;

const LISTED = {
  id: true,
  personId: true,
  recipient: true,
  template: true,
  locale: true,
  props: true,
  state: true,
  createdAt: true,
} as const;

/** The latest letters, newest first, with the subjects they have or had. */
export async function listLetters(db: Db, { limit }: { limit: number }): Promise<LetterListed[]> {
  const rows = await db.mail.findMany({ orderBy: { id: "desc" }, take: limit, select: LISTED });
  return Promise.all(rows.map(show));
}

/** One letter as it was or will be sent, or null. A code that has been used up is not in it any more. */
export async function showLetter(db: Db, id: number): Promise<LetterShown | null> {
  const row = await db.mail.findUnique({ where: { id }, select: LISTED });
  return row ? show(row) : null;
}

async function show(row: {
  id: number;
  personId: number | null;
  recipient: string;
  template: string;
  locale: string;
  props: unknown;
  state: string;
  createdAt: Date;
}): Promise<LetterShown> {
  const { id, recipient, template, state, createdAt } = row;
  return { id, to: recipient, template, state, createdAt, ...(await renderLetter(row)) };
}
