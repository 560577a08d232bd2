import type { Prisma, PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { JobInfo, Schedule } from "#app/platform/worker.server.ts";
import type { Permission } from "./access/permissions.ts";
import type { HandAct } from "./adjustments/hand-act.ts";
import type { ExportTable } from "./data-export/export-table.ts";
import type { FileKind } from "./imports/file-kind.ts";
import type { LetterPictures } from "./letters/letter-pictures.ts";
import type { Payable } from "./payments/payable.ts";

/**
 * What the rest of the house is told of a noun: one plain object in `<noun>/feature.server.ts`, listed by
 * hand in `app/features.server.ts`. It is how a module sets something going above its own floor, so this
 * file alone stands outside of the floors; it holds types only.
 */
export type Feature = {
  /** Work of the queue, by the task's name. */
  tasks?: Readonly<Record<string, FeatureTask>>;
  /** The same where it waits for a stranger's server: done beside all other work, which it does not hold up. */
  outwardTasks?: Readonly<Record<string, FeatureTask>>;
  /**
   * Tasks that run by themselves. Patterns are in UTC, the club's clock is not: what is due on a day of the
   * club runs every hour, finds what is due, and does nothing otherwise.
   */
  schedule?: readonly Schedule[];
  /** Forgets what has served its time; called every hour. */
  sweeps?: readonly ((db: PrismaClient) => Promise<unknown>)[];
  /** What of the noun goes into a person's copy of their data. */
  exportTables?: readonly ExportTable[];
  /** How a person who leaves is taken out of the noun's tables. */
  erasure?: Erasure;
  /** What of the noun waits for staff: lines of their first page. */
  waiting?: readonly WaitingSource[];
  /** Files that can be brought in. */
  fileKinds?: readonly FileKind[];
  /** What gives points by hand, and may wait for a second person. */
  handActs?: readonly HandAct[];
  /** What members pay for, and how it goes on once they have. */
  payables?: readonly Payable[];
  /** Pictures that go into letters of the noun. */
  letterPictures?: LetterPictures;
};

/** What all nouns together give to those tasks that look after several. */
export type House = {
  exportTables: readonly ExportTable[];
  erasures: readonly Erasure[];
  fileKinds: readonly FileKind[];
  payables: readonly Payable[];
  letterPictures: LetterPictures;
};

/** A job's work. Payloads come out of a table, so each task checks its own. */
export type FeatureTask = (payload: unknown, job: JobInfo, house: House) => Promise<unknown>;

/** Somebody whose account is closed. */
export type Leaver = {
  personId: number;
  /** With their account; null for somebody who was not in the club. */
  member: { id: number; accountId: number } | null;
  /** By which what is not yet anybody's is found; null once they have been taken out. */
  email: string | null;
  /** The letter that tells them, which is still to be sent. */
  keptLetter: number | null;
};

export type Erasure = {
  /**
   * Takes somebody out of what has to stay, and away what does not, in the caller's transaction. Done again,
   * it takes out what came since. What is kept and why is in docs/decisions/closing-an-account.md.
   */
  erase: (db: Db, leaver: Leaver) => Promise<unknown>;
  /**
   * True where something has reached a closed account in the moment it was closed: a condition over the
   * rows `member` and `person` of one who has left.
   */
  remains?: Prisma.Sql;
};

export type WaitingSource = {
  /** Of its words, `today.waits.<name>`. */
  name: string;
  /** Whose work it is. */
  permission: Permission;
  /** `queue`: waits for an answer. `fault`: went wrong. `progress`: goes on by itself. */
  kind: "queue" | "fault" | "progress";
  /** The page that shows it. */
  page: string;
  /**
   * Finds it: a query of one row with one jsonb of {@link WaitingFacts}, or with null where there is none.
   *
   * @param by the person who asks.
   */
  find: (by: number) => Prisma.Sql;
};

export type WaitingFacts = {
  count: number;
  /** Of these, past the day by which the club answers. */
  late?: number;
  /** When the oldest of them came, as JSON writes instants. */
  oldest?: string | null;
  /** A page of its own, where there is one. */
  page?: string;
  /** What else its words name. */
  values?: Record<string, string | number>;
};
