import type { MayRegisterRefusal } from "#app/modules/parties/may-register.ts";
import type { RegisterRefusal } from "#app/modules/registrations/register-party.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** Why somebody cannot register; if only not yet, from when. */
export function mayNotWords(why: MayRegisterRefusal, t: Translate, figures: Figures): string {
  const names = new Intl.ListFormat(t.locale, { type: "disjunction" });
  switch (why.refusal) {
    case "not-yet": {
      const moment = figures.moment(why.from);
      if (why.delayed) return t("registrations.refused.not-yet.delayed", { moment });
      return why.goldFrom
        ? t("registrations.refused.not-yet.gold", { moment, gold: figures.moment(why.goldFrom) })
        : t("registrations.refused.not-yet", { moment });
    }
    case "closed":
      return t("registrations.refused.closed", { moment: figures.moment(why.at) });
    case "not-active":
      return t("registrations.refused.not-active", { months: why.months });
    case "no-such-car":
      return t("registrations.refused.no-such-car", { models: names.format(why.models) });
    default:
      return t(`registrations.refused.${why.refusal}`);
  }
}

/** Why a party was not registered, but for what its own fields say. */
export function refusalWords(why: RegisterRefusal, t: Translate, figures: Figures): string {
  switch (why.refusal) {
    case "party":
      return t("registrations.wrong");
    case "full":
      return why.line === "open"
        ? t("registrations.refused.filled", { waiting: why.waiting })
        : t("registrations.refused.full");
    case "too-few-points":
      return t("registrations.refused.too-few-points", { missing: figures.points(why.missing) });
    case "too-big":
    case "event-changed":
    case "price-changed":
    case "child-registered":
    case "account-closed":
    case "busy":
    case "no-such-event":
    case "already-registered":
      return t(`registrations.refused.${why.refusal}`);
    default:
      return mayNotWords(why, t, figures);
  }
}
