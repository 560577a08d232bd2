/** The longest note about a friend, in characters. */
export const NOTE_AT_MOST = 500;
