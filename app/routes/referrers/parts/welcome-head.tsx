import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Who sent the reader here, and what the club offers them. */
export function WelcomeHead({ title, callBy }: { title: string; callBy: Date }) {
  const t = useT();
  const figures = useFigures();
  const when = { day: figures.lastWeekday(callBy), time: figures.time(callBy) };
  return (
    <>
      <div className="mb-4 max-w-56">
        <CarFrontDrawing />
      </div>
      <PageHeader title={title} lead={t("referrers.public.lead", when)} />
    </>
  );
}
