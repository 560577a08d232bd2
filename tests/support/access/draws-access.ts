import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const servers = (outcome: Parameters<typeof only>[1]) => only(["desk", "events", "admin"], outcome);
const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

const AT = "2026-12-01T08:00:00.000Z";

/** Draws: open to everybody once their list is closed, by numbers alone; whose they are is for staff and for oneself. */
export const DRAWS_ACCESS: Record<string, Call[]> = {
  "routes/draws/public/draws": [get("/draws", everybody(200))],
  "routes/draws/public/draws._index": [get("/draws", everybody(200))],
  "routes/draws/public/draws.$slug": [
    get(({ draws }) => `/draws/${draws.drawnSlug}`, everybody(200)),
    get("/draws/none", everybody(404), "no such draw"),
  ],
  "routes/draws/open/draws.$slug.list[.]txt": [
    get(({ draws }) => `/draws/${draws.drawnSlug}/list.txt`, everybody(200)),
    get("/draws/none/list.txt", everybody(404), "no such draw"),
  ],
  "routes/draws/open/draws.$slug.result[.]json": [
    get(({ draws }) => `/draws/${draws.drawnSlug}/result.json`, everybody(200)),
    get("/draws/none/result.json", everybody(404), "no such draw"),
  ],
  "routes/draws/my/draws": [
    get("/my/draws", members(200)),
    post("/my/draws", form({}), members(400)),
    post(
      "/my/draws",
      ({ draws }) => new URLSearchParams({ win: String(draws.ownWinId), named: "no" }),
      members("302 /my/draws?done=saved"),
      "what they won",
    ),
    post(
      "/my/draws",
      ({ draws }) => new URLSearchParams({ win: String(draws.othersWinId), named: "yes" }),
      members(404),
      "what another won",
    ),
  ],
  "routes/draws/admin/draws._index": [get("/admin/draws", servers(200))],
  "routes/draws/admin/draws.new": [
    get("/admin/draws/new", keepers(200)),
    post("/admin/draws/new", form({}), keepers(400)),
  ],
  "routes/draws/admin/draws.$id": [
    get(({ draws }) => `/admin/draws/${draws.drawnId}`, servers(200)),
    get(
      ({ draws }) => `/admin/draws/${draws.draftId}`,
      { ...keepers(200), desk: 404 },
      "a list that is open",
    ),
    get("/admin/draws/999999", servers(404), "no such draw"),
    post(({ draws }) => `/admin/draws/${draws.drawnId}`, form({}), keepers(400)),
    post(
      ({ draws }) => `/admin/draws/${draws.drawnId}`,
      form({ intent: "freeze" }),
      keepers(409),
      "closing a list again",
    ),
    post(
      ({ draws }) => `/admin/draws/${draws.drawnId}`,
      form({ intent: "hand-over", win: "999999" }),
      servers(409),
      "what nobody won",
    ),
    post(
      ({ draws }) => `/admin/draws/${draws.drawnId}`,
      form({ intent: "undo", win: "999999", at: AT, reason: "The wrong winner." }),
      servers(409),
      "taking back what nobody won",
    ),
    post(
      ({ draws }) => `/admin/draws/${draws.drawnId}`,
      form({ intent: "return-rest" }),
      keepers(404),
      "nobody more is picked where nobody is",
    ),
  ],
  "routes/draws/admin/draws.$id_.edit": [
    get(({ draws }) => `/admin/draws/${draws.draftId}/edit`, keepers(200)),
    get("/admin/draws/999999/edit", keepers(404), "no such draw"),
    post(({ draws }) => `/admin/draws/${draws.draftId}/edit`, form({}), keepers(400)),
  ],
  "routes/draws/admin/draws.$id_.stage": [
    get(({ draws }) => `/admin/draws/${draws.drawnId}/stage`, servers(200)),
    get(({ draws }) => `/admin/draws/${draws.draftId}/stage`, servers(404), "a list that is open"),
  ],
  "routes/draws/admin/draws.$id_.slips": [
    get(({ draws }) => `/admin/draws/${draws.drawnId}/slips`, servers(200)),
    get(({ draws }) => `/admin/draws/${draws.draftId}/slips`, servers(404), "a list that is open"),
  ],
  "routes/draws/admin/prize-tables": [
    get("/admin/prize-tables", servers(200)),
    post("/admin/prize-tables", form({}), keepers(400)),
    post("/admin/prize-tables", form({ intent: "close", table: "999999" }), keepers(409)),
    post(
      "/admin/prize-tables",
      form({ intent: "hand-over", turn: "999999" }),
      servers(409),
      "what nobody won",
    ),
    post(
      "/admin/prize-tables",
      form({ intent: "undo", turn: "999999", at: AT, reason: "The wrong turn." }),
      servers(409),
      "taking back what nobody won",
    ),
    post(
      "/admin/prize-tables",
      form({ intent: "return", turn: "999999" }),
      keepers(409),
      "what nobody won stays with the club",
    ),
  ],
  "routes/draws/public/prize-tables.$id": [
    get(({ draws }) => `/prize-tables/${draws.tableId}`, everybody(200)),
    get("/prize-tables/999999", everybody(404), "none of that number"),
  ],
  "routes/draws/open/prize-tables.$id.table[.]txt": [
    get(({ draws }) => `/prize-tables/${draws.tableId}/table.txt`, everybody(200)),
    get("/prize-tables/999999/table.txt", everybody(404), "none of that number"),
  ],
};
