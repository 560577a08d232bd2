/** Who stands at the desk: the member, or the one whom the member named. */
export const COLLECTORS = ["owner", "substitute"] as const;
export type Collector = (typeof COLLECTORS)[number];
