import { type Call, get, only } from "./calls.ts";

const readers = (outcome: number) => only(["sales", "finance", "admin"], outcome);
const page = (name: string) => `routes/lead-figures/admin/${name}`;

/** How recommendations do: for sales people, finance and admins. */
export const LEAD_FIGURES_ACCESS: Record<string, Call[]> = {
  [page("leads.figures._index")]: [
    get("/admin/leads/figures", readers(200)),
    get(
      "/admin/leads/figures?from=2026-13&to=x&store=-1&consultant=%00&source=1e400",
      readers(200),
      "nonsense",
    ),
    get(
      "/admin/leads/figures?from=0001-01&to=9999-12&store=99999999999999999999&consultant=none",
      readers(200),
      "months and stores there are not",
    ),
  ],
  [page("leads.figures.times")]: [
    get("/admin/leads/figures/times", readers(200)),
    get(
      "/admin/leads/figures/times?from=x&consultant=%F0%9F%9A%97&store=none",
      readers(200),
      "nonsense",
    ),
  ],
  [page("leads.figures.points")]: [
    get("/admin/leads/figures/points", readers(200)),
    get("/admin/leads/figures/points?to=2026-02-30&source=%00", readers(200), "nonsense"),
  ],
  [page("leads.figures.referrers")]: [
    get("/admin/leads/figures/referrers", readers(200)),
    get("/admin/leads/figures/referrers?store=NaN&source=none", readers(200), "nonsense"),
  ],
  [page("leads.figures.$table[.]csv")]: [
    get("/admin/leads/figures/consultants.csv", readers(200)),
    get(
      "/admin/leads/figures/points.csv?from=2026-01&to=2026-03&store=x",
      readers(200),
      "of a time",
    ),
    get("/admin/leads/figures/referrers.csv", readers(404), "no such table"),
  ],
};
