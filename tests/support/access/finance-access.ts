import { type Call, get, only } from "./calls.ts";

const readers = (outcome: number) => only(["finance", "admin"], outcome);
const page = (name: string) => `routes/finance/admin/${name}`;

/** The books: for finance and admins alone. */
export const FINANCE_ACCESS: Record<string, Call[]> = {
  [page("finance._index")]: [get("/admin/finance", readers(200))],
  [page("finance.liability")]: [
    get("/admin/finance/liability", readers(200)),
    get("/admin/finance/liability?day=2026-02-31&booked=x", readers(200), "days there are not"),
    get("/admin/finance/liability?day=2026-03-01&booked=2026-01-01", readers(200), "the other way"),
  ],
  [page("finance.rates")]: [get("/admin/finance/rates", readers(200))],
  [page("finance.gifts")]: [get("/admin/finance/gifts", readers(200))],
  [page("finance.campaigns")]: [
    get("/admin/finance/campaigns", readers(200)),
    get("/admin/finance/campaigns?day=2026-02-31", readers(200), "a day there is not"),
  ],
  [page("finance.dues")]: [get("/admin/finance/dues", readers(200))],
  [page("finance.journal")]: [get("/admin/finance/journal?day=2026-03-31", readers(200))],
  [page("finance.$table[.]csv")]: [
    get("/admin/finance/journal.csv", readers(200)),
    get("/admin/finance/campaign-gifts.csv?day=2026-03-31", readers(200)),
    get("/admin/finance/campaign-gifts-promised.csv", readers(200)),
    get("/admin/finance/nothing.csv", readers(404), "no such table"),
  ],
};
