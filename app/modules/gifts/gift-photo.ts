/** One size of a photo: its picture's id and its edges in pixels. */
export type PhotoSize = { id: number; width: number; height: number };

/** A gift's photo in the sizes it is kept in. */
export type GiftPhoto = { small: PhotoSize; medium: PhotoSize; large: PhotoSize };
