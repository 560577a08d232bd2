/** The absolute address of a referrer's personal link. */
export const referrerLink = (origin: string, token: string): string => `${origin}/r/${token}`;

/** The absolute address of the picture that stands for it where it is shared. */
export const referrerPicture = (origin: string, token: string): string =>
  `${origin}/r/${token}/share.png`;
