interface StampProps {
  /** The store. */
  children: string;
  /** Second line: the day. */
  day: string;
  /** Third line: the reading of the odometer. */
  reading?: string;
}

/** The workshop's stamp on a page of the service record. */
export function Stamp({ children, day, reading }: StampProps) {
  return (
    <span className="stamp">
      <span className="text-[0.9375rem] font-semibold">{children}</span>
      <span className="figure text-[0.8125rem]">{day}</span>
      {reading && <span className="figure text-[0.8125rem]">{reading}</span>}
    </span>
  );
}
