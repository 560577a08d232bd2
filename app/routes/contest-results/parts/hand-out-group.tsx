import { Form, useNavigation } from "@remix-run/react";
import type {
  HandOutGroup,
  HandOutPrize,
} from "#app/modules/contest-results/load-hand-out.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { ActWithReason } from "#app/site/act-with-reason.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

interface GroupProps {
  group: HandOutGroup;
  mayGiveUp: boolean;
  reply: FormReply | undefined;
}

/** The prizes of a contest and an age group, as they are called onto the stage. */
export function HandOutGroupView({ group, mayGiveUp, reply }: GroupProps) {
  const { locale } = useWords();
  const title = [group.contest, group.group]
    .map((words) => inLanguage(locale, words))
    .filter(Boolean)
    .join(" · ");
  return (
    <Section id={`contest-${group.contestId}-${group.group.en}`} title={title}>
      <ul className="grid gap-4">
        {group.prizes.map((prize) => (
          <li
            key={prize.awardId}
            id={`prize-${prize.awardId}`}
            className="scroll-mt-24 border-rule border-b pb-4"
          >
            <Prize {...{ prize, mayGiveUp, reply }} isAward={group.isAward} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface PrizeProps {
  prize: HandOutPrize;
  isAward: boolean;
  mayGiveUp: boolean;
  reply: FormReply | undefined;
}

function Prize({ prize, isAward, mayGiveUp, reply }: PrizeProps) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  const { name, number, rank, state, handedOver, givenUp, waitsForPiece } = prize;
  const title = inLanguage(locale, prize.title);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
        <p className="text-ink-soft">
          {isAward ? title : t("results.prizeOf", { prize: rank, title })}
        </p>
        <p className="mt-0.5 text-lg">
          <span className="figure mr-3 font-semibold">{number}</span>
          {name === null ? (
            <span className="text-ink-soft">{t("handOut.gone")}</span>
          ) : (
            <bdi>{name}</bdi>
          )}
        </p>
        {waitsForPiece && state === "to-hand-over" && (
          <p className="text-warn">{t("handOut.out")}</p>
        )}
        {givenUp && (
          <p className="mt-1 text-[0.9375rem] text-ink-soft">
            <Badge>{t("handOut.state.given-up")}</Badge>{" "}
            {t("handOut.by", { moment: moment(givenUp.at), name: givenUp.by })}:{" "}
            <bdi>{givenUp.why}</bdi>
          </p>
        )}
        {handedOver && (
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-[0.9375rem] text-ink-soft">
            {state !== "to-hand-over" && (
              <Badge tone={state === "awaited" ? "warn" : "ok"}>
                {t(`handOut.state.${state}`)}
              </Badge>
            )}
            {state !== "handed-over" && <span>{t("handOut.after")}</span>}
            <span>{t("handOut.by", { moment: moment(handedOver.at), name: handedOver.by })}</span>
          </p>
        )}
      </div>
      <Acts {...{ prize, mayGiveUp, reply }} />
    </div>
  );
}

function Acts({ prize, mayGiveUp, reply }: Omit<PrizeProps, "isAward">) {
  const { t } = useWords();
  const { awardId, number, state, isOwn } = prize;
  const sent = useNavigation().formData;
  const pending = sent?.get("award") === String(awardId);
  const hidden = <input type="hidden" name="award" value={awardId} />;
  const isOpen = state === "to-hand-over" || state === "given-up" || state === "awaited";
  if (isOwn) {
    return isOpen && <p className="text-[0.9375rem] text-ink-soft">{t("handOut.refused.own")}</p>;
  }
  if (state === "to-hand-over" || state === "given-up") {
    return (
      <div className="grid justify-items-start gap-2">
        <Form method="post">
          {hidden}
          <Button
            name="intent"
            value="hand-over"
            look={state === "given-up" ? "quiet" : undefined}
            pending={pending}
            aria-label={t("handOut.handOverOf", { number })}
          >
            {t("handOut.handOver")}
          </Button>
        </Form>
        {mayGiveUp && state === "to-hand-over" && (
          <WithReason act="give-up" {...{ prize, reply, pending }} />
        )}
      </div>
    );
  }
  if (state === "awaited") {
    return (
      <Form method="post" className="flex flex-wrap gap-3">
        {hidden}
        <Button name="intent" value="came-back" look="quiet" pending={pending}>
          {t("handOut.cameBack")}
        </Button>
        <Button name="intent" value="leave" look="bare" pending={pending}>
          {t("handOut.leave")}
        </Button>
      </Form>
    );
  }
  return state === "handed-over" ? <WithReason act="undo" {...{ prize, reply, pending }} /> : null;
}

interface WithReasonProps {
  act: "undo" | "give-up";
  prize: HandOutPrize;
  reply: FormReply | undefined;
  pending: boolean;
}

/** The tick was a mistake, or nobody comes for it. */
function WithReason({
  act,
  prize: { awardId, number, handedOver },
  reply,
  pending,
}: WithReasonProps) {
  const { t } = useWords();
  return (
    <ActWithReason
      {...{ act, reply, pending }}
      of={["award", awardId]}
      at={handedOver?.at ?? null}
      words={{
        summary: t(`handOut.${act}`),
        label: t(`handOut.${act}Of`, { number }),
        reason: t("handOut.reason"),
        send: t(`handOut.${act}.send`),
      }}
    />
  );
}
