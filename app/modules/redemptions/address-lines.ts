import type { DeliveryAddress } from "./delivery.ts";

/** An address as it stands on a parcel: who, by which number they are reached, where. */
export const addressLines = ({ recipient, phone, lines, postalCode }: DeliveryAddress): string[] =>
  [recipient, phone, lines, postalCode ?? ""].filter((line) => line !== "");
