import { type Call, form, get, only, post } from "./calls.ts";

/** What the workshop's rows leave open: answered by admins. */
export const ORDER_QUESTIONS_ACCESS: Record<string, Call[]> = {
  "routes/order-questions/admin/order-questions": [
    get("/admin/order-questions", only(["admin"], 200)),
    post("/admin/order-questions", form({}), only(["admin"], 400)),
    post(
      "/admin/order-questions",
      form({ about: "row", row: "999999", answer: "another" }),
      only(["admin"], "302 /admin/order-questions?refused=answered"),
      "answered already",
    ),
    post(
      "/admin/order-questions",
      form({ about: "store", store: "999999", answer: "merged", into: "999998" }),
      only(["admin"], "302 /admin/order-questions?refused=answered"),
      "no such stores",
    ),
  ],
};
