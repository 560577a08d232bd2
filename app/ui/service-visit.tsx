import type { ReactNode } from "react";
import { Stamp } from "./stamp.tsx";

interface ServiceVisitProps {
  /** The work done. */
  title: ReactNode;
  /** Order number, what was paid. */
  meta?: ReactNode;
  /** What it earned, or why it earned nothing. */
  points?: ReactNode;
  /** What the stamp says. */
  store: string;
  day: string;
  /** The odometer's reading with its unit. */
  reading?: string;
}

/** One visit to the workshop, with the workshop's stamp. Put several into a `VisitList`. */
export function ServiceVisit({ title, meta, points, store, day, reading }: ServiceVisitProps) {
  return (
    <li className="visit">
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {meta && <p className="text-[0.9375rem] text-ink-soft">{meta}</p>}
        {points && <p className="mt-1 text-[0.9375rem]">{points}</p>}
      </div>
      <Stamp day={day} reading={reading}>
        {store}
      </Stamp>
    </li>
  );
}

/** The pages of a car's service record. */
export function VisitList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="border-t border-rule">
      {children}
    </ul>
  );
}
