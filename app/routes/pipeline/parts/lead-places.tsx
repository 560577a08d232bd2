import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** The ways from the list: a friend taken at the desk, calls after the sale, who takes turns, figures, what to look at. */
export function LeadPlaces({ mayReview }: { mayReview: boolean }) {
  const t = useT();
  return (
    <>
      <ButtonLink to="/admin/leads/new" look="quiet">
        {t("pipeline.desk.title")}
      </ButtonLink>
      <ButtonLink to="/admin/leads/after-sale" look="quiet">
        {t("pipeline.afterSale.list")}
      </ButtonLink>
      <ButtonLink to="/admin/leads/consultants" look="quiet">
        {t("pipeline.consultants.title")}
      </ButtonLink>
      <ButtonLink to="/admin/leads/figures" look="quiet">
        {t("leadFigures.place")}
      </ButtonLink>
      {mayReview && (
        <ButtonLink to="/admin/leads/review" look="quiet">
          {t("pipeline.review.title")}
        </ButtonLink>
      )}
    </>
  );
}
