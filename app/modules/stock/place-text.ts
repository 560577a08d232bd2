/** A place as forms and addresses write it: the id of a store, or `room` for the club's store room (null). */
export const placeText = (storeId: number | null): string => String(storeId ?? "room");
