import type { Feature } from "#app/modules/feature.ts";
import { giftPayable } from "./gift-payable.server.ts";

export const redemptionsFeature: Feature = {
  payables: [giftPayable],
};
