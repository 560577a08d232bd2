/** What the page of a contest's result has just done. */
export const RESULT_DONE = ["published", "corrected", "prizes"] as const;

/** What the list of prizes to hand over has just done. */
export const HAND_OUT_DONE = ["handed-over", "undone", "given-up", "back", "kept"] as const;
