import type { ReactNode } from "react";
import type { NextBestAction } from "#app/modules/home/next-best-action.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { ServiceBayDrawing } from "#app/ui/drawings/service-bay.tsx";

/** The one next best thing, with its picture and the way to it. */
export function NextAction({ next }: { next: NextBestAction }) {
  const t = useT();
  const figures = useFigures();
  const { drawing, to, action } = wayOf(next);
  return (
    <section
      aria-labelledby="next-thing"
      className="mt-10 grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-4 rounded-md border border-rule bg-sheet p-4 xs:grid-cols-[6rem_minmax(0,1fr)] min-[56rem]:grid-cols-[9rem_minmax(0,1fr)] min-[56rem]:gap-6 min-[56rem]:p-5"
    >
      <div>{drawing}</div>
      <div className="min-w-0">
        <h2 id="next-thing">{t(`next.${next.thing}.title`)}</h2>
        <p className="mt-1">{sentence(next, t, figures)}</p>
        <ButtonLink to={to} look="quiet" className="mt-3">
          {t(action)}
        </ButtonLink>
      </div>
    </section>
  );
}

type Way = { drawing: ReactNode; to: string; action: `next.${NextBestAction["thing"]}.action` };

/** A gift's is its own page; the others' are always the same. */
function wayOf(next: NextBestAction): Way {
  const way = ways[next.thing];
  if (next.thing === "answer-offer") {
    return { ...way, to: `/my/registrations/${next.registrationId}` };
  }
  if (next.thing === "come-along") return { ...way, to: `/my/events/${next.slug}` };
  if (next.thing === "take-gift") return { ...way, to: `/my/gifts/${next.giftId}` };
  return "redemptionId" in next ? { ...way, to: `/my/redemptions/${next.redemptionId}` } : way;
}

const ways: Record<NextBestAction["thing"], Way> = {
  "collect-gift": {
    drawing: <GiftBoxDrawing />,
    to: "/my/redemptions",
    action: "next.collect-gift.action",
  },
  "pay-gift": {
    drawing: <GiftBoxDrawing />,
    to: "/my/redemptions",
    action: "next.pay-gift.action",
  },
  "use-points": {
    drawing: <RoadAheadDrawing />,
    to: "/my/points#lots",
    action: "next.use-points.action",
  },
  "book-service": {
    drawing: <ServiceBayDrawing />,
    to: "/my/garage",
    action: "next.book-service.action",
  },
  "take-gift": {
    drawing: <GiftBoxDrawing />,
    to: "/my/gifts",
    action: "next.take-gift.action",
  },
  "answer-offer": {
    drawing: <OutingDrawing />,
    to: "/my/registrations",
    action: "next.answer-offer.action",
  },
  "come-along": {
    drawing: <OutingDrawing />,
    to: "/my/events",
    action: "next.come-along.action",
  },
  "add-car": {
    drawing: <CarFrontDrawing />,
    to: "/my/garage/add",
    action: "next.add-car.action",
  },
  "first-visit": {
    drawing: <CarFrontDrawing />,
    to: "/my/tier",
    action: "next.first-visit.action",
  },
  "set-password": {
    drawing: <KeyRingDrawing />,
    to: "/security/password",
    action: "next.set-password.action",
  },
};

function sentence(next: NextBestAction, t: Translate, say: Figures): string {
  switch (next.thing) {
    case "use-points":
      return t("next.use-points.body", {
        points: say.points(next.points),
        day: say.calendarDay(next.through),
      });
    case "book-service": {
      const service = { car: unbroken(next.car), day: say.calendarDay(next.dueOn) };
      return next.overdue
        ? t("next.book-service.overdue", service)
        : t("next.book-service.body", service);
    }
    case "collect-gift":
    case "pay-gift": {
      const { store, money } = next;
      const said = {
        title: inLanguage(t.locale, { en: next.titleEn, zh: next.titleZh }),
        day: say.lastDay(new Date(next.until)),
        store: store ? inLanguage(t.locale, store) : "",
        money: money ? say.moneyIn(money.amountMinor, money.currency) : "",
      };
      if (next.thing === "pay-gift") return t("next.pay-gift.body", said);
      return t(money ? "next.collect-gift.toPay" : "next.collect-gift.body", said);
    }
    case "answer-offer":
      return t("next.answer-offer.body", {
        title: inLanguage(t.locale, { en: next.titleEn, zh: next.titleZh }),
        moment: say.moment(new Date(next.until)),
      });
    case "come-along":
      return t("next.come-along.body", {
        title: inLanguage(t.locale, { en: next.titleEn, zh: next.titleZh }),
        day: say.day(next.startsAt),
      });
    case "take-gift":
      return t("next.take-gift.body", {
        points: say.points(next.points),
        title: inLanguage(t.locale, { en: next.titleEn, zh: next.titleZh }),
      });
    default:
      return t(`next.${next.thing}.body`);
  }
}

/** A plate's province may not stand alone at the end of a line. */
const unbroken = (car: string) => car.replace(/^\p{Script=Han}/u, "$&\u2060");
