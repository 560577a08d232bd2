import { isBefore, type Stage } from "#app/modules/leads/stage.ts";

export const APPOINTMENT_KINDS = ["visit", "test-drive"] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];
export type AppointmentState = "planned" | "kept" | "missed" | "cancelled";
export const APPOINTMENT_OUTCOMES = ["kept", "missed", "cancelled"] as const;
export type AppointmentOutcome = (typeof APPOINTMENT_OUTCOMES)[number];

/** Shortest and longest, in minutes. */
export const APPOINTMENT_MINUTES = { least: 15, most: 480 };

export type OutcomeRefusal =
  /** It says already what became of it. */
  | "settled"
  /** Nobody kept or missed what is still to come. */
  | "not-yet";

/** Decides whether an appointment may be said to have come to this. */
export function decideOutcome(
  { state, startsAt }: { state: AppointmentState; startsAt: Date },
  outcome: AppointmentOutcome,
  now: Date,
): OutcomeRefusal | null {
  if (state !== "planned") return "settled";
  return outcome !== "cancelled" && now < startsAt ? "not-yet" : null;
}

/**
 * The stage that a kept appointment moves a lead to; null where it is there already or further, or is not accepted
 * yet, which a person decides first.
 */
export function stageAfterKept(
  kind: AppointmentKind,
  stage: Stage,
): "visited" | "test-drive" | null {
  const reached = kind === "visit" ? "visited" : "test-drive";
  return stage !== "submitted" && isBefore(stage, reached) ? reached : null;
}

/** By which one car for test drives is told from another, as people type its name. */
export const testCarKey = (car: string): string =>
  car
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·-]+/g, "");
