import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import { NameForm } from "#app/modules/draws/forms.ts";
import {
  loadOwnDraws,
  loadOwnTurns,
  nameWinner,
  type OwnEntry,
} from "#app/modules/draws/own-draws.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { DrawState } from "../parts/draw-state.tsx";

/** Members: the draws that they are in, by the number of their entry, and what they won. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  return {
    locale,
    words: packedCatalog(locale, ["draws"]),
    title: t("draws.mine"),
    entries: await loadOwnDraws(db(), member.id),
    turns: await loadOwnTurns(db(), member.id),
    saved: noticeIn(request, ["saved"]) !== null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: shows their name beside a win of their own, or takes it away. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const form = parseForm(await readFormFields(request), NameForm);
  if (form.status !== "success") return data(form.reply(), 400);
  const { win: winId, named } = form.value;
  if (!(await nameWinner({ winId, memberId: member.id, named: named === "yes" }))) {
    throw new Response(null, { status: 404 });
  }
  return redirect("/my/draws?done=saved");
}

export default function OwnDraws() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Entries />
    </WordsProvider>
  );
}

function Entries() {
  const { t, locale } = useWords();
  const { day } = useFigures();
  const { entries, turns, saved } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("draws.mine")} lead={t("draws.mine.lead")} />
      {saved && <Notice tone="ok">{t("draws.named.saved")}</Notice>}
      {entries.length + turns.length === 0 && (
        <EmptyState drawing={<LuckyDrawDrawing />}>{t("draws.mine.none")}</EmptyState>
      )}
      <ul className="mt-4 grid grid-cols-1 gap-4">
        {turns.map(({ id, title, prize, createdAt, handedOverAt }) => (
          <li key={`turn ${id}`}>
            <Sheet>
              <h2 className="text-lg [overflow-wrap:anywhere]">{inLanguage(locale, title)}</h2>
              <p className="mt-3 font-semibold">
                {t("draws.mine.won", { prize: inLanguage(locale, prize) })}
              </p>
              <p className="text-ink-soft">
                {handedOverAt ? t("draws.winState.handed-over") : day(createdAt)}
              </p>
            </Sheet>
          </li>
        ))}
        {entries.map((entry) => (
          <li key={entry.id}>
            <Sheet>
              <Entry {...entry} />
            </Sheet>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ entry, weight, draw, win }: OwnEntry) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg [overflow-wrap:anywhere]">
          <Link to={`/draws/${draw.slug}`}>{inLanguage(locale, draw.title)}</Link>
        </h2>
        <DrawState state={draw.state} method={draw.method} />
      </div>
      <p className="mt-3 caption">{t("draws.mine.entry")}</p>
      <p className="figure text-2xl">{showEntryNumber(entry)}</p>
      {weight > 1 && <p className="text-ink-soft">{t("draws.mine.tickets", { count: weight })}</p>}
      <div className="mt-3">
        {win ? (
          <Won win={win} claimBy={draw.claimBy} />
        ) : (
          <p className="text-ink-soft">
            {draw.state === "frozen"
              ? t("draws.mine.wait", { moment: moment(draw.drawAt) })
              : t(draw.state === "drawn" ? "draws.mine.notDrawn" : "draws.mine.calledOff")}
          </p>
        )}
      </div>
    </>
  );
}

function Won({ win, claimBy }: { win: NonNullable<OwnEntry["win"]>; claimBy: string }) {
  const { t, locale } = useWords();
  const { calendarDay } = useFigures();
  const prize = inLanguage(locale, win.prize);
  if (win.state === "passed-on") {
    return <p>{t(`draws.mine.passedOn.${win.why ?? "declined"}`, { prize })}</p>;
  }
  return (
    <>
      <Notice tone="ok" title={t("draws.mine.won", { prize })} announce={false}>
        {win.state === "won"
          ? t("draws.mine.claim", { day: calendarDay(claimBy) })
          : t("draws.winState.handed-over")}
      </Notice>
      <Form method="post" className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 text-[0.9375rem]">
          {t(win.named ? "draws.named.is" : "draws.named.isNot")}
        </p>
        <input type="hidden" name="win" value={win.id} />
        <Button name="named" value={win.named ? "no" : "yes"} look="quiet">
          {t(win.named ? "draws.named.hide" : "draws.named.show")}
        </Button>
      </Form>
    </>
  );
}
