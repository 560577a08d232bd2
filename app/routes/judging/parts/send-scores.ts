import type { JudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import type { GivenScore, ScoreAnswer } from "#app/modules/judging/score.ts";
import { firstOf } from "./score-queue.ts";

export type Heard =
  | { ok: true; sheet: JudgeSheet; answers: ScoreAnswer[] }
  /** Not reached; the link takes nothing more; somebody else judges on this tablet. */
  | { ok: false; trouble: "out-of-reach" | "over" }
  | { ok: false; trouble: "other"; name: string };

const PATIENCE_MS = 10_000;

/** Sends as many scores as go at once, or asks what is new where there are none. */
export async function sendScores(token: string, scores: readonly GivenScore[]): Promise<Heard> {
  const body = new URLSearchParams({ scores: JSON.stringify(firstOf(scores)) });
  try {
    const response = await fetch(`/judge/${token}/scores`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(scores.length > 0 && { method: "POST", body }),
    });
    if (response.status === 409) {
      return { ok: false, trouble: "other", name: String((await response.json()).other) };
    }
    if ([404, 410].includes(response.status)) return { ok: false, trouble: "over" };
    if (!response.ok) return { ok: false, trouble: "out-of-reach" };
    return { ok: true, answers: [], ...(await response.json()) };
  } catch {
    return { ok: false, trouble: "out-of-reach" };
  }
}
