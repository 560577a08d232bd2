/** What taking an import back would do as things stand now. */
export type ReversalPreview = {
  /** Orders or members that would go. */
  removed: number;
  /** Orders or contact data that would be as before. */
  restored: number;
  /** What would be left alone. */
  kept: number;
  /** Points that go with what goes; those of restored orders are worked out when it is done. */
  points: number;
  /** Members who have them. */
  members: number;
  /** How many of them have been spent, and would be owed. */
  debt: number;
};

/** A preview as a query gives it: sums are big, and null where there was nothing to add up. */
export type PreviewRow = { [Key in keyof ReversalPreview]: bigint | number | null };

/** What a query found, as figures. */
export function reversalPreview(row: PreviewRow | undefined): ReversalPreview {
  return {
    removed: Number(row?.removed ?? 0),
    restored: Number(row?.restored ?? 0),
    kept: Number(row?.kept ?? 0),
    points: Number(row?.points ?? 0),
    members: Number(row?.members ?? 0),
    debt: Number(row?.debt ?? 0),
  };
}
