import { useCallback, useEffect, useRef, useState } from "react";
import type { JudgeSheet, SheetEntry } from "#app/modules/judging/load-judge-sheet.server.ts";
import { type GivenScore, nextSequence, type ScoreAnswer } from "#app/modules/judging/score.ts";
import { type Kept, keep, otherSeated, queued, readKept, sitDown } from "./score-queue.ts";
import { sendScores } from "./send-scores.ts";

export type Given = { criterion: string; value: number } | { comment: string };

export type Judging = {
  sheet: JudgeSheet;
  /** Scores that the club has not confirmed. */
  waiting: number;
  /** False before scripts run: forms do it then. */
  isReady: boolean;
  /** The browser keeps nothing beyond the page. */
  forgets: boolean;
  /** The link takes nothing more. */
  isOver: boolean;
  /** Who else judges on this tablet now. */
  other: string | null;
  /** What was not taken last, by the entry's number. */
  refused: { outcome: "own-child" | "withdrawn" | "unknown"; number: number } | null;
  give: (entryId: number, given: Given) => void;
};

const EVERY_MS = 15_000;

type Page = {
  judgeId: number;
  name: string;
  token: string;
  sheet: JudgeSheet;
  other: { name: string } | null;
  /** The club's clock when the page was made, in milliseconds. */
  now: number;
};

/** The judging on this tablet: what a judge gave, and what of that has arrived. */
export function useJudging({ judgeId, name, token, sheet: loaded, other: at, now }: Page): Judging {
  const kept = useRef<Kept>({ queue: [], last: 0 });
  const sending = useRef<ReadonlySet<string> | null>(null);
  /** By how much the club's clock is ahead of the tablet's, compared once, when the page begins. */
  const ahead = useRef<number | null>(null);
  const [heard, setHeard] = useState(loaded);
  const [queue, setQueue] = useState<readonly GivenScore[]>([]);
  const [isReady, setReady] = useState(false);
  const [forgets, setForgets] = useState(false);
  const [isOver, setOver] = useState(false);
  const [other, setOther] = useState(at?.name ?? null);
  const [refused, setRefused] = useState<Judging["refused"]>(null);

  const hold = useCallback(
    (changes: Partial<Kept>) => {
      kept.current = { ...kept.current, ...changes };
      setQueue(kept.current.queue);
      if (!keep(judgeId, kept.current)) setForgets(true);
    },
    [judgeId],
  );

  const flush = useCallback(async () => {
    if (sending.current) return;
    try {
      do {
        const batch = kept.current.queue;
        sending.current = new Set(batch.map(({ key }) => key));
        const answer = await sendScores(token, batch);
        if (!answer.ok) {
          if (answer.trouble === "over") setOver(true);
          if (answer.trouble === "other") setOther(answer.name);
          return;
        }
        const done = new Set(answer.answers.map(({ key }) => key));
        const amiss = answer.answers.find(isAmiss);
        const entry = batch.find(({ key }) => key === amiss?.key);
        setHeard((before) => {
          const number = before.entries.find(({ id }) => id === entry?.entryId)?.number;
          if (amiss && number !== undefined) setRefused({ outcome: amiss.outcome, number });
          return answer.sheet;
        });
        hold({ queue: kept.current.queue.filter(({ key }) => !done.has(key)) });
        if (done.size === 0) return;
      } while (kept.current.queue.length > 0);
    } finally {
      sending.current = null;
    }
  }, [token, hold]);

  const give = useCallback(
    (entryId: number, given: Given) => {
      const seated = otherSeated(judgeId);
      if (seated !== null) return setOther(seated);
      const sequence = nextSequence(kept.current.last, Date.now() + (ahead.current ?? 0));
      const score: GivenScore = { key: crypto.randomUUID(), entryId, sequence, ...given };
      // Written down before anything is sent: a page that ends meanwhile has lost nothing.
      hold({
        queue: queued(kept.current.queue, score, sending.current ?? new Set()),
        last: sequence,
      });
      void flush();
    },
    [judgeId, hold, flush],
  );

  useEffect(() => setHeard(loaded), [loaded]);
  useEffect(() => setOther((before) => at?.name ?? before), [at]);

  useEffect(() => {
    ahead.current ??= now - Date.now();
    sitDown(judgeId, name);
    kept.current = readKept(judgeId);
    setQueue(kept.current.queue);
    setReady(true);
    const look = () => setOther((before) => otherSeated(judgeId) ?? before);
    const goOn = () => {
      look();
      if (document.visibilityState === "visible" && otherSeated(judgeId) === null) void flush();
    };
    if (kept.current.queue.length > 0) goOn();
    const timer = setInterval(goOn, EVERY_MS);
    window.addEventListener("online", goOn);
    window.addEventListener("storage", look);
    window.addEventListener("pageshow", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", goOn);
      window.removeEventListener("storage", look);
      window.removeEventListener("pageshow", look);
    };
  }, [judgeId, name, now, flush]);

  return {
    sheet: { ...heard, entries: heard.entries.map((entry) => withQueued(entry, queue)) },
    ...{ waiting: queue.length, isReady, forgets, isOver, other, refused, give },
  };
}

const isAmiss = (
  answer: ScoreAnswer,
): answer is ScoreAnswer & { outcome: "own-child" | "withdrawn" | "unknown" } =>
  answer.outcome !== "saved" && answer.outcome !== "late";

/** An entry with what was given on this tablet and waits. */
function withQueued(entry: SheetEntry, queue: readonly GivenScore[]): SheetEntry {
  const values = { ...entry.values };
  let { comment, isReplaced } = entry;
  for (const score of queue) {
    if (score.entryId !== entry.id) continue;
    if ("criterion" in score) {
      values[score.criterion] = score.value;
      isReplaced = false;
    } else comment = score.comment;
  }
  return { ...entry, values, comment, isReplaced };
}
