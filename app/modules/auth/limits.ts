/**
 * How often one may try (ASVS 5.0, 6.3.1). An account's limit stops guessing at one account from many
 * places; an address's stops guessing at many accounts from one place, and is wide enough for the
 * visitors of a showroom behind one address.
 */
const MINUTES = 60;
const HOURS = 60 * MINUTES;

/** Wrong passwords for one e-mail address. A right one starts the count anew. */
export const PASSWORD_ATTEMPTS = { name: "password-account", turns: 10, seconds: 15 * MINUTES };

/** Wrong passwords and codes from one place. */
export const ADDRESS_ATTEMPTS = { name: "sign-in-address", turns: 60, seconds: 15 * MINUTES };

/** Wrong codes for one e-mail address, over however many codes: each code by itself allows five. */
export const CODE_ATTEMPTS = { name: "code-account", turns: 20, seconds: 1 * HOURS };

/** Codes asked for by one e-mail address: nobody's inbox is flooded. */
export const CODES_ASKED = { name: "code-asked", turns: 5, seconds: 30 * MINUTES };

/** Codes asked for from one place. */
export const ADDRESS_CODES_ASKED = { name: "code-asked-address", turns: 40, seconds: 1 * HOURS };

/**
 * Wrong codes of an authenticator, and recovery codes, of one person. With three steps good at a time, ten
 * tries in an hour find one of a million in some sixteen years.
 */
export const SECOND_FACTOR_ATTEMPTS = { name: "second-factor", turns: 10, seconds: 1 * HOURS };

/** Wrong passwords of somebody who is signed in: at "confirm it's you", or to choose another one. */
export const REAUTHENTICATION_ATTEMPTS = { name: "confirm", turns: 10, seconds: 15 * MINUTES };

/** What passkeys are asked to sign, from one place: each is a row that nobody may ever come back for. */
export const ADDRESS_CHALLENGES = { name: "challenge-address", turns: 120, seconds: 15 * MINUTES };

/** New e-mail addresses that one person asks for. */
export const EMAIL_CHANGES = { name: "email-change", turns: 5, seconds: 1 * HOURS };
