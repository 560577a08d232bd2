import { aFile, type Call, deskAndAdmin, form, get, only, post } from "./calls.ts";

/** Files of the workshop and of the roster: brought in at the desk, taken back by admins. */
export const IMPORTS_ACCESS: Record<string, Call[]> = {
  "routes/imports/admin/imports.$id_.reverse": [
    get(({ importId }) => `/admin/imports/${importId}/reverse`, only(["admin"], 200)),
    get("/admin/imports/999999/reverse", only(["admin"], 404), "none of that number"),
    post(({ importId }) => `/admin/imports/${importId}/reverse`, form({}), only(["admin"], 400)),
  ],
  "routes/imports/admin/imports._index": [
    get("/admin/imports", deskAndAdmin(200)),
    post(
      "/admin/imports?index",
      aFile("service-orders"),
      deskAndAdmin(/^302 \/admin\/imports\/\d+$/),
      "the workshop's file",
    ),
    post(
      "/admin/imports?index",
      aFile("members"),
      only(["admin"], /^302 \/admin\/imports\/\d+$/),
      "the roll",
    ),
    post("/admin/imports?index", form({ kind: "members" }), deskAndAdmin(400), "not a file"),
  ],
  "routes/imports/admin/imports.$id": [
    get(({ importId }) => `/admin/imports/${importId}`, deskAndAdmin(200)),
    get("/admin/imports/999999", deskAndAdmin(404), "none of that number"),
    // Nothing was asked about this one.
    post(
      ({ importId }) => `/admin/imports/${importId}`,
      form({ encoding: "gb18030" }),
      deskAndAdmin(409),
    ),
    post(
      ({ importId }) => `/admin/imports/${importId}`,
      form({ encoding: "ebcdic" }),
      deskAndAdmin(400),
      "no encoding",
    ),
  ],
  "routes/imports/admin/imports.$id_.report[.]csv": [
    get(({ importId }) => `/admin/imports/${importId}/report.csv`, deskAndAdmin(200)),
    get("/admin/imports/999999/report.csv", deskAndAdmin(404), "none of that number"),
  ],
};
