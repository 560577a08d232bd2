/**
 * Whether an entry has got another picture since a judge scored it last: what they gave was for the one before.
 *
 * @param givenAt when they gave the last of their scores, in milliseconds; undefined where they gave none.
 */
export const isReplaced = (replacedAt: Date | null, givenAt: number | undefined): boolean =>
  replacedAt !== null && givenAt !== undefined && givenAt < replacedAt.getTime();
