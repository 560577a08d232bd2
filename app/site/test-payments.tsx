import { useT } from "#app/platform/words/words.tsx";

/** Stands above every page while no money moves, so that nobody takes a trial for earnest. */
export function TestPayments() {
  const t = useT();
  return (
    <aside className="border-b border-warn bg-warn-wash px-4 py-1 text-center text-[0.8125rem] text-warn print:hidden">
      {t("payments.test")}
    </aside>
  );
}
