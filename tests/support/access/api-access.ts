import { type Call, everybody, form, get, only, post } from "./calls.ts";

/** Programs come with keys; whoever is signed in in a browser is a stranger there. The keys are made by admins. */
export const API_ACCESS: Record<string, Call[]> = {
  "routes/api/admin/api-keys": [
    get("/admin/api-keys", only(["admin"], 200)),
    post("/admin/api-keys", form({ name: "" }), only(["admin"], 400)),
    post(
      "/admin/api-keys",
      form({ intent: "end", client: "99999" }),
      only(["admin"], "302 /admin/api-keys?ended"),
    ),
  ],
  // Programs come with keys; whoever is signed in in a browser is a stranger there.
  "routes/api/open/api.$": [
    get("/api/v1/nothing", everybody(404)),
    post("/api/v1/nothing", form({}), everybody(404)),
  ],
  "routes/api/open/api.v1.openapi[.]json": [
    get("/api/v1/openapi.json", everybody(200)),
    post("/api/v1/openapi.json", form({}), everybody(405)),
  ],
};
