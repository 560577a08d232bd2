/** What taking an import back would do as things stand now, as counted by doing it. */
export type ReversalPreview = {
  /** Orders or members that would go. */
  removed: number;
  /** Orders or contact data that would be as before. */
  restored: number;
  /** What would be left alone. */
  kept: number;
  /** Points that would be taken back, and given again, other orders' change of tier included. */
  pointsTakenBack: number;
  pointsAdded: number;
  /** Members whose points would change. */
  members: number;
  /** How many of the points have been spent, and would be owed. */
  debt: number;
  /** Letters that would be written. */
  letters: number;
};
