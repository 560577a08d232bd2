import { Form, useNavigation } from "@remix-run/react";
import type { FriendPage } from "#app/modules/referrals/load-friend-page.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section, Sheet } from "#app/ui/page.tsx";
import { RunningOffers } from "./running-offers.tsx";

type Known = Extract<FriendPage, { forgotten: false }>;

interface FriendOwnPageProps {
  page: Known;
  done: "asked" | "late" | null;
}

/** "Was this you?": who said it, what the friend can answer, and the code that shows that each is who they say. */
export function FriendOwnPage({ page, done }: FriendOwnPageProps) {
  const t = useT();
  const { name: club } = useClub();
  const figures = useFigures();
  const pending = useNavigation().formData?.get("answer");
  const isOpen = page.answer !== "declined" && !page.over;
  return (
    <>
      <PageHeader
        title={t(page.themselves ? "referrers.friend.titleAsked" : "referrers.friend.title", {
          club,
        })}
        lead={leadWords(page, club, t, figures)}
      />
      <div className="grid gap-4">
        {done === "late" && <Notice tone="warn">{t("referrers.friend.late")}</Notice>}
        <Standing page={page} asked={done === "asked"} />
        {page.model && (
          <p>
            <span className="caption block">{t("referrers.friend.about")}</span>
            <span className="[overflow-wrap:anywhere]">{page.model}</span>
          </p>
        )}
        {isOpen && (
          <Form method="post" className="flex flex-wrap gap-2.5">
            {!page.themselves && page.answer !== "confirmed" && (
              <Button name="answer" value="confirm" pending={pending === "confirm"}>
                {t("referrers.friend.confirm")}
              </Button>
            )}
            <Button name="answer" value="decline" look="quiet" pending={pending === "decline"}>
              {t("referrers.friend.decline")}
            </Button>
          </Form>
        )}
      </div>
      <RunningOffers offers={page.offers} to="named-friend" />
      {isOpen && (
        <Section id="code" title={t("referrers.friend.code")}>
          <Sheet>
            <p className="figure text-3xl tracking-widest">{page.code}</p>
            <p className="mt-2 text-[0.9375rem] text-ink-soft">{t("referrers.friend.codeWhat")}</p>
          </Sheet>
        </Section>
      )}
      <Section id="forget" title={t("referrers.friend.forgetTitle")}>
        <p className="mb-3 text-ink-soft">{t("referrers.friend.forgetWhat")}</p>
        <Form method="post">
          <Button name="answer" value="forget" look="danger" pending={pending === "forget"}>
            {t("referrers.friend.forget")}
          </Button>
        </Form>
        <p className="mt-6">
          <a href="/about/privacy">{t("referrers.privacy")}</a>
        </p>
      </Section>
    </>
  );
}

function leadWords(page: Known, club: string, t: Translate, figures: Figures): string {
  if (page.themselves) {
    return t("referrers.friend.leadAsked", { club, day: figures.day(page.at) });
  }
  return page.by
    ? t("referrers.friend.lead", { by: page.by, club })
    : t("referrers.friend.leadNobody", { club });
}

function Standing({ page, asked }: { page: Known; asked: boolean }) {
  const t = useT();
  const figures = useFigures();
  const { answer, over, callBy, callIsLate } = page;
  if (answer === "declined") {
    return (
      <Notice tone="ok" announce={false}>
        {t("referrers.friend.declined")}
      </Notice>
    );
  }
  if (over) return <Notice announce={false}>{t("referrers.friend.over")}</Notice>;
  const call = callIsLate
    ? t("referrers.friend.late-call")
    : callBy &&
      t("referrers.friend.call", { day: figures.lastWeekday(callBy), time: figures.time(callBy) });
  if (!asked && answer !== "confirmed") return call ? <p>{call}</p> : null;
  return (
    <Notice tone="ok" announce={asked}>
      <p>{t(asked ? "referrers.friend.asked" : "referrers.friend.confirmed")}</p>
      {call && <p>{call}</p>}
    </Notice>
  );
}
