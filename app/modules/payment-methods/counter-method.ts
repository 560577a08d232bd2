/** How money changes hands at a counter. */
export const COUNTER_METHODS = ["cash", "card", "wechat", "alipay", "transfer"] as const;
export type CounterMethod = (typeof COUNTER_METHODS)[number];
