/** For so many days after a party did not come, or was called off too late, its member registers with everybody. */
export const EARLY_ACCESS_DELAY_DAYS = 90;

/** Why somebody registers with everybody for a while. */
export const delayReasons = ["no-show", "late-cancellation"] as const;
export type DelayReason = (typeof delayReasons)[number];
