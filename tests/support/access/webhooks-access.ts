import { type Call, form, get, only, post } from "./calls.ts";

/** Programs that are told what happens: admins' alone, like the keys of those that ask. */
export const WEBHOOKS_ACCESS: Record<string, Call[]> = {
  "routes/webhooks/admin/webhooks._index": [
    get("/admin/webhooks", only(["admin"], 200)),
    post("/admin/webhooks?index", form({ url: "" }), only(["admin"], 400)),
  ],
  "routes/webhooks/admin/webhooks.$id": [
    get(({ endpointId }) => `/admin/webhooks/${endpointId}`, only(["admin"], 200)),
    get("/admin/webhooks/999999", only(["admin"], 404), "none of that number"),
    post(
      ({ endpointId }) => `/admin/webhooks/${endpointId}`,
      form({ intent: "switch-on" }),
      only(["admin"], /^302 \/admin\/webhooks\/\d+\?done=switched-on$/),
    ),
    post(
      "/admin/webhooks/999999",
      form({ intent: "new-secret" }),
      only(["admin"], 404),
      "none of that number",
    ),
  ],
};
