import { type Call, form, get, only, post } from "./calls.ts";

const sellers = (outcome: Parameters<typeof only>[1]) => only(["sales", "admin"], outcome);

/** Friends whom somebody recommended: for whoever works leads, and what looks wrong for admins. */
export const PIPELINE_ACCESS: Record<string, Call[]> = {
  "routes/pipeline/admin/leads._index": [
    get("/admin/leads", sellers(200)),
    get("/admin/leads?as=board&show=team", sellers(200), "by stage"),
  ],
  "routes/pipeline/admin/leads.$id": [
    get(({ leadId }) => `/admin/leads/${leadId}`, sellers(200)),
    get("/admin/leads/999999", sellers(404), "none of that number"),
    post(
      ({ leadId }) => `/admin/leads/${leadId}`,
      form({ intent: "decline", revision: "1", reason: "" }),
      sellers(400),
    ),
  ],
  "routes/pipeline/admin/leads.review": [
    get("/admin/leads/review", only(["admin"], 200)),
    post("/admin/leads/review", form({ intent: "appeal", leadId: "1" }), only(["admin"], 400)),
  ],
  "routes/pipeline/admin/leads.consultants._index": [get("/admin/leads/consultants", sellers(200))],
  "routes/pipeline/admin/leads.consultants.$id": [
    get(({ staffId }) => `/admin/leads/consultants/${staffId}`, only(["admin"], 200)),
    get("/admin/leads/consultants/999999", only(["admin"], 404), "none of that number"),
    post(
      ({ staffId }) => `/admin/leads/consultants/${staffId}`,
      form({ intent: "keep", awayThrough: "soon" }),
      only(["admin"], 400),
    ),
  ],
  "routes/pipeline/admin/leads.after-sale": [get("/admin/leads/after-sale", sellers(200))],
  "routes/pipeline/admin/leads.new": [
    get("/admin/leads/new", sellers(200)),
    post("/admin/leads/new", form({ name: "Bo" }), sellers(400)),
  ],
  "routes/pipeline/admin/leads.$id_.deliver": [
    get(({ leadId }) => `/admin/leads/${leadId}/deliver`, sellers(200)),
    get("/admin/leads/999999/deliver", sellers(404), "none of that number"),
    post(({ leadId }) => `/admin/leads/${leadId}/deliver`, form({ vin: "1" }), sellers(400)),
  ],
  "routes/pipeline/admin/leads.$id_.appointments.$appointmentId[.]ics": [
    get(
      ({ leadId, appointmentId }) => `/admin/leads/${leadId}/appointments/${appointmentId}.ics`,
      sellers(200),
    ),
    get(
      ({ leadId }) => `/admin/leads/${leadId}/appointments/999999.ics`,
      sellers(404),
      "none of that number",
    ),
  ],
};
