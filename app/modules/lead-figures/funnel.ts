import { STAGES, type Stage } from "#app/modules/leads/stage.ts";
import type { Share } from "./share.ts";

/**
 * How many leads came as far as each stage, or farther: one that skipped a stage has passed it, and one that was
 * gone back behind is to be reached anew. Whatever became of a lead afterwards, it came so far.
 */
export type Reached = Record<Stage, number>;

export const NONE_REACHED: Readonly<Reached> = {
  submitted: 0,
  accepted: 0,
  contacted: 0,
  visited: 0,
  "test-drive": 0,
  ordered: 0,
  delivered: 0,
};

/** A stage of the funnel, with the share of those before it, and of all, that came so far. */
export type FunnelStep = {
  stage: Stage;
  leads: number;
  /** Null at the first stage. */
  ofBefore: Share | null;
  ofAll: Share;
};

export function funnelOf(reached: Reached): FunnelStep[] {
  return STAGES.map((stage, place) => {
    const before = STAGES[place - 1];
    const part = reached[stage];
    return {
      stage,
      leads: part,
      ofBefore: before ? { part, whole: reached[before] } : null,
      ofAll: { part, whole: reached.submitted },
    };
  });
}

/** How leads ended that came to nothing; `not-taken`: a person looked at it first and did not take it. */
export const ENDINGS = ["declined", "not-taken", "lost", "withdrawn"] as const;
export type FigureEnding = (typeof ENDINGS)[number];

export type EndedLeads = { ending: FigureEnding; reason: string | null; leads: number };

/** What ended, with its share of all that were named. */
export type EndingRow = EndedLeads & { ofAll: Share };

export const endingRows = ({
  all,
  ended,
}: {
  all: Reached;
  ended: readonly EndedLeads[];
}): EndingRow[] =>
  ended.map((each) => ({ ...each, ofAll: { part: each.leads, whole: all.submitted } }));

/** Leads that are neither delivered nor ended. */
export const onTheirWay = (reached: Reached, ended: readonly EndedLeads[]): number =>
  reached.submitted - reached.delivered - ended.reduce((sum, { leads }) => sum + leads, 0);
