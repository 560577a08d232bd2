import { type Call, form, get, only, post } from "./calls.ts";
import type { Persona } from "./personas.ts";

const KEEPERS: Persona[] = ["events", "admin"];

/** What is written to those of an event. */
export const EVENT_MESSAGES_ACCESS: Record<string, Call[]> = {
  "routes/event-messages/admin/events.$id_.messages": [
    get("/admin/events/2147483647/messages", only(KEEPERS, 404), "an event that is not there"),
    post("/admin/events/2147483647/messages", form({}), only(KEEPERS, 400)),
    post(
      "/admin/events/2147483647/messages",
      form({
        intent: "send",
        to: "all",
        subjectEn: "Boots",
        bodyEn: "Bring boots",
        requestKey: "k",
      }),
      only(KEEPERS, 404),
      "to those of an event that is not there",
    ),
  ],
};
