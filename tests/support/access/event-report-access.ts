import { type Call, form, get, only, post } from "./calls.ts";

const readers = (outcome: Parameters<typeof only>[1]) =>
  only(["events", "finance", "admin"], outcome);
const cost = { label: "Tents", amount: "1,200.50" };

/** Reports of events: for those who keep events and those who keep books. */
export const EVENT_REPORT_ACCESS: Record<string, Call[]> = {
  "routes/event-report/admin/events.reports": [get("/admin/events/reports", readers(200))],
  "routes/event-report/admin/events.$id_.report": [
    get(({ survey }) => `/admin/events/${survey.eventId}/report`, readers(200)),
    get("/admin/events/999999/report", readers(404), "no such event"),
    post(({ survey }) => `/admin/events/${survey.eventId}/report`, form({}), readers(400)),
    post(
      ({ survey }) => `/admin/events/${survey.eventId}/report`,
      () => new URLSearchParams({ ...cost, intent: "add", requestKey: crypto.randomUUID() }),
      readers(/^302 .*\?done=saved#typed$/),
      "a cost",
    ),
    post(
      "/admin/events/999999/report",
      form({ ...cost, intent: "change", cost: "1", version: "1" }),
      readers(404),
      "a cost of no such event",
    ),
  ],
  "routes/event-report/admin/events.$id_.report[.]pdf": [
    get(({ survey }) => `/admin/events/${survey.eventId}/report.pdf`, readers(200)),
    get("/admin/events/999999/report.pdf", readers(404), "no such event"),
  ],
  "routes/event-report/admin/events.$id_.report[.]csv": [
    get(({ survey }) => `/admin/events/${survey.eventId}/report.csv`, readers(200)),
    get("/admin/events/999999/report.csv", readers(404), "no such event"),
  ],
};
