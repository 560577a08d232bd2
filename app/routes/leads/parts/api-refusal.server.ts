import { type Problem, problem } from "#app/modules/api/problem.ts";
import type {
  changeLeadOverApi,
  HandedInOverApi,
} from "#app/modules/pipeline/lead-over-api.server.ts";

type RefusalOf<Answer> =
  Extract<Answer, { ok: false }> extends { refusal: infer Why } ? Why : never;

/** Why a friend is not taken, as other programs read it: `reason` for them, `detail` for whoever reads their log. */
export function refusedLead(refusal: RefusalOf<HandedInOverApi>): Problem {
  switch (refusal) {
    case "no-such-referrer":
    case "no-such-store":
    case "phone-unreadable":
      return problem(refusal);
    case "no-consent":
    case "yourself":
    case "household":
    case "known":
    case "already-yours":
      return problem("lead-refused", { reason: refusal, detail: DETAILS[refusal] });
  }
}

const DETAILS = {
  "no-consent": "The friend did not agree to be called.",
  yourself: "The phone or the e-mail address is the referrer's own.",
  household: "The friend shares a car with the referrer.",
  known: "The friend is known to the dealership already.",
  "already-yours": "The referrer has named this friend before.",
} as const;

/** Why a lead is not moved. */
export function refusedChange(
  refusal: RefusalOf<Awaited<ReturnType<typeof changeLeadOverApi>>>,
): Problem {
  return refusal === "not-found"
    ? problem("no-such-lead")
    : problem("lead-not-moved", { reason: refusal });
}
