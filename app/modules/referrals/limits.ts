const MINUTES = 60;
const HOURS = 60 * MINUTES;

/**
 * How many forms about friends are counted: signs are read off these counts, and nobody is turned away by them. See
 * `signsOf`.
 */
export const COUNTED_BY_REFERRER = { name: "lead-referrer", turns: 1_000, seconds: 1 * HOURS };
export const COUNTED_BY_ALL = { name: "lead-all", turns: 100_000, seconds: 1 * MINUTES };

/** Forms about friends from one place: a stand at a fair has one address, and a flood is not kept. */
export const ADDRESS_FORMS = { name: "lead-address", turns: 120, seconds: 1 * HOURS };
