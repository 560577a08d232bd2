import type { TypedCost } from "./load-costs.server.ts";
import type { Line, Section } from "./report-lines.ts";

type Costed = { sections: readonly Section[]; costs: readonly TypedCost[]; currency: string };

/** The lines of a report with each cost that was typed below their sum: for who has the page not beside it. */
export function withTypedCosts({ sections, costs, currency }: Costed): Section[] {
  const own = costs.filter((cost) => !cost.isTakenBack && cost.currency === currency);
  const lines = own.map(
    ({ label, amountMinor }): Line => ({
      ...{ label: { en: label, zh: label }, value: { as: "money", minor: amountMinor, currency } },
      ...{ before: null, isPart: true, isSum: false },
    }),
  );
  return sections.map((section) => ({
    ...section,
    lines: section.lines.flatMap((line) => (line.label === "typed" ? [line, ...lines] : [line])),
  }));
}
