import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DrawActForm } from "#app/modules/draws/forms.ts";
import {
  countEntrants,
  type KeptDraw as Kept,
  loadKeptDraw,
} from "#app/modules/draws/load-kept-draw.server.ts";
import { findShortGifts } from "#app/modules/draws/prize-pieces.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DraftActs } from "../parts/draft-acts.tsx";
import { doDrawAct, permissionFor } from "../parts/draw-acts.server.ts";
import { DRAW_DONE, DRAW_REFUSED } from "../parts/draw-news.ts";
import { KeptFacts } from "../parts/kept-facts.tsx";
import { KeptState } from "../parts/kept-state.tsx";
import { CallOff, PickByHand, ReadValue, ReturnRest } from "../parts/running-acts.tsx";
import { WinTable } from "../parts/win-table.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever keeps draws or hands prizes over: one of them, and what can be done with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, locale, may } = await readStaffRequest(request, "draws.serve");
  const draw = await loadKeptDraw(db(), rowIdIn(params.id), staff.id);
  const mayKeep = may("draws.keep");
  if (!draw || (draw.state === "draft" && !mayKeep)) throw new Response(null, { status: 404 });
  const now = new Date();
  return {
    draw,
    mayKeep,
    expected: draw.state === "draft" ? await countEntrants(db(), draw.draft.entrants) : null,
    short: draw.state === "draft" ? await findShortGifts(db(), draw.draft.prizes) : [],
    isValueDue: draw.named !== null && draw.named.knownAt <= now,
    done: noticeIn(request, DRAW_DONE),
    refused: noticeIn(request, DRAW_REFUSED, "refused"),
    title: inLanguage(locale, draw.draft.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/**
 * Closes the list (`freeze`), throws a draft away (`discard`), takes the public value as it was read (`read`), calls the
 * draw off (`call-off`), writes down who was picked (`pick`) or that nobody more is (`return-rest`), and settles what became
 * of a win (`hand-over`, `undo`, `pass-on`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await readFormFields(request);
  const { staff } = await readStaffRequest(request, permissionFor(fields.get("intent")));
  const drawId = rowIdIn(params.id);
  const form = parseForm(fields, DrawActForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const answer = await doDrawAct(drawId, form.value, actorOf(staff, context));
  if (answer.ok) return redirect(answer.to);
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export default function KeptDraw() {
  const { t, locale } = useWords();
  const { draw, mayKeep, expected, short, isValueDue, done, refused } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, slug, state, method } = draw;
  const refusal = answer?.refused ?? refused;
  const isLeft = prizesLeft(draw) > 0 && (state === "frozen" || state === "drawn");
  return (
    <>
      <BackLink to="/admin/draws">{t("drawKeeping.title")}</BackLink>
      <PageHeader
        title={inLanguage(locale, draw.draft.title)}
        lead={<KeptState state={state} method={method} />}
        actions={
          state !== "draft" && (
            <>
              <ButtonLink to={`/draws/${slug}`} look="quiet">
                {t("drawKeeping.public")}
              </ButtonLink>
              {method === "by-hand" && state !== "called-off" && (
                <ButtonLink to={`/admin/draws/${id}/slips`} look="quiet">
                  {t("drawKeeping.slips")}
                </ButtonLink>
              )}
              <ButtonLink to={`/admin/draws/${id}/stage`} look="quiet">
                {t("drawKeeping.stage")}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`drawKeeping.done.${done}`)}</Notice>}
        {refusal && <Notice tone="refusal">{t(`drawKeeping.refused.${refusal}`)}</Notice>}
      </div>
      {expected && <DraftActs {...{ id, expected, short }} prizes={draw.draft.prizes} />}
      {mayKeep && state === "frozen" && draw.named && (
        <ReadValue draw={draw} isDue={isValueDue} reply={answer?.form} />
      )}
      {mayKeep && isLeft && method === "by-hand" && <PickByHand reply={answer?.form} />}
      {mayKeep && draw.freePieces > 0 && state === "drawn" && (
        <ReturnRest count={draw.freePieces} />
      )}
      {draw.wins.length > 0 && <WinTable {...{ draw, mayKeep }} reply={answer?.form} />}
      <KeptFacts draw={draw} />
      {mayKeep && state === "frozen" && !isValueDue && <CallOff reply={answer?.form} />}
    </>
  );
}

/** How many prizes nobody has. */
function prizesLeft({ draft, wins }: Pick<Kept, "draft" | "wins">): number {
  const given = wins.filter(({ state }) => state !== "passed-on").length;
  return draft.prizes.reduce((sum, { count }) => sum + count, 0) - given;
}
