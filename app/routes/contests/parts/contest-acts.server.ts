import type { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { callOffContest } from "#app/modules/contests/call-off-contest.server.ts";
import { closeEntries, reopenEntries } from "#app/modules/contests/close-entries.server.ts";
import type { ContestActForm } from "#app/modules/contests/forms.ts";
import { discardContest } from "#app/modules/contests/keep-contest.server.ts";
import { addAttempt, takeBackAttempt } from "#app/modules/contests/measure.server.ts";
import { openContest } from "#app/modules/contests/open-contest.server.ts";
import {
  assignEntry,
  restoreEntry,
  withdrawEntry,
} from "#app/modules/contests/settle-entry.server.ts";
import { chooseEntry } from "#app/modules/contests/vote.server.ts";
import type { ContestDone, ContestRefusal } from "./contest-news.ts";

type Act = z.infer<typeof ContestActForm>;
type Answer =
  | { ok: true; done: ContestDone }
  | { ok: false; refusal: ContestRefusal; number: number };

/**
 * Does what a contest's page asks for.
 *
 * @throws Response 404 where there is no such contest, or no such entry in it.
 */
export async function doContestAct(contestId: number, act: Act, actor: Actor): Promise<Answer> {
  switch (act.intent) {
    case "open":
      return said(await openContest(contestId, actor), "opened");
    case "close":
      return said(await closeEntries(contestId, actor), "closed");
    case "reopen":
      return either(await reopenEntries(contestId, actor), "reopened");
    case "discard":
      return either(await discardContest(contestId, actor), "discarded");
    case "call-off": {
      const reason = { en: act.reasonEn, zh: act.reasonZh };
      return said(await callOffContest({ contestId, reason }, actor), "called-off");
    }
    case "assign": {
      const asked = {
        ...{ contestId, entryId: act.entry, personId: act.person },
        ...{ bracket: act.bracket || null, replace: act.replace === "yes" },
      };
      return said(await assignEntry(asked, actor), "assigned");
    }
    case "withdraw": {
      const asked = { contestId, entryId: act.entry, reason: act.reason };
      return said(await withdrawEntry(asked, actor), "withdrawn");
    }
    case "restore":
      return said(await restoreEntry({ contestId, entryId: act.entry }, actor), "restored");
    case "add-try": {
      const { entry: entryId, id, seen, value: typed, reason } = act;
      return said(
        await addAttempt({ contestId, entryId, id, seen, typed, reason }, actor),
        "attempt-added",
      );
    }
    case "take-back": {
      const asked = { contestId, attemptId: act.attempt, reason: act.reason };
      return either(await takeBackAttempt(asked, actor), "taken-back");
    }
    case "choose": {
      const reason = { en: act.reasonEn, zh: act.reasonZh };
      return said(await chooseEntry({ contestId, entryId: act.entry, reason }, actor), "chosen");
    }
  }
}

const either = (isDone: boolean, done: ContestDone): Answer =>
  isDone ? { ok: true, done } : { ok: false, refusal: "settled", number: 0 };

type Refused = {
  ok: false;
  refusal: ContestRefusal | "no-such-contest" | "no-such-entry";
  number?: number;
};

function said(answer: { ok: true } | Refused, done: ContestDone): Answer {
  if (answer.ok) return { ok: true, done };
  const { refusal, number = 0 } = answer;
  if (refusal === "no-such-contest" || refusal === "no-such-entry") {
    throw new Response(null, { status: 404 });
  }
  return { ok: false, refusal, number };
}
