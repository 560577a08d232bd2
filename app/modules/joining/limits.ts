const HOURS = 60 * 60;

/**
 * How often one may hand the joining form in. It says of a car whether the workshop knows it, so the
 * limits keep anybody from asking for cars by the hundred; a showroom's visitors share an address.
 */
export const FORMS_SENT = { name: "join-form", turns: 20, seconds: 1 * HOURS };
export const ADDRESS_FORMS_SENT = { name: "join-form-address", turns: 120, seconds: 1 * HOURS };

/** Order numbers tried as a proof by one e-mail address: workshops number their invoices in a row. */
export const PROOFS_ATTEMPTED = { name: "join-proof", turns: 5, seconds: 1 * HOURS };
