import { type Call, form, get, giftServers, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["gifts", "admin"], outcome);

/** What lies on the shelves, for whoever keeps the gifts. */
export const STOCK_ACCESS: Record<string, Call[]> = {
  "routes/stock/admin/stock._index": [get("/admin/stock", keepers(200))],
  "routes/stock/admin/stock.$id": [
    get(({ stockItemId }) => `/admin/stock/${stockItemId}`, keepers(200)),
    get("/admin/stock/999999", keepers(404), "none of that number"),
    post(
      ({ stockItemId }) => `/admin/stock/${stockItemId}`,
      form({ intent: "receive", pieces: "" }),
      keepers(400),
    ),
  ],
  "routes/stock/admin/stock.$id_.transfer": [
    get(({ stockItemId }) => `/admin/stock/${stockItemId}/transfer`, giftServers(200)),
    get("/admin/stock/999999/transfer", giftServers(404), "none of that number"),
    post(
      ({ stockItemId }) => `/admin/stock/${stockItemId}/transfer`,
      form({ pieces: "" }),
      giftServers(400),
    ),
  ],
  "routes/stock/admin/stock.count": [
    get("/admin/stock/count", keepers(200)),
    post("/admin/stock/count", form({ reason: "" }), keepers(400)),
  ],
};
