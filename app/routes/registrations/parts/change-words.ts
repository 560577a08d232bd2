import type { PartyChanged } from "#app/modules/registrations/change-party.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

type Refused = Extract<PartyChanged, { ok: false }>;

/** Why a party was not changed, but for what its own fields say. */
export function changeRefusal(why: Refused, t: Translate, figures: Figures): string {
  switch (why.refusal) {
    case "party":
      return t("registrations.wrong");
    case "full":
      return t(why.line === "open" ? "registrations.change.filled" : "registrations.change.full");
    case "closed":
      return t("registrations.change.closed", { moment: figures.moment(why.at) });
    case "too-few-points":
      return t("registrations.refused.too-few-points", { missing: figures.points(why.missing) });
    case "child-registered":
    case "too-big":
      return t(`registrations.refused.${why.refusal}`);
    case "begun":
    case "ended":
    case "being-paid":
      return t(`registrations.not.${why.refusal}`);
    case "event-cancelled":
      return t("registrations.refused.cancelled");
    case "no-such-registration":
      return t("registrations.not.ended");
    default:
      return t(`registrations.change.${why.refusal}`);
  }
}
