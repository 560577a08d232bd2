import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readGiftSearch } from "#app/modules/gifts/find-gifts.ts";
import { groupGifts, readGiftGroup } from "#app/modules/gifts/gift-groups.ts";
import { loadOwnCatalogue, type OwnListedGift } from "#app/modules/gifts/load-catalogue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { GiftDrawingsOnce } from "#app/ui/drawings/gift-drawing.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { drawnOf, GiftItem, GiftList } from "../parts/gift-list.tsx";
import { GiftSearchForm, giftsAddress } from "../parts/gift-search-form.tsx";
import { GoalList } from "../parts/goal-list.tsx";
import { nothingFound } from "../parts/nothing-found.ts";

/**
 * Members: the catalogue, by what their own points reach. `?q=` are words to look for, `?kind=` a kind, `?group=`
 * one group, whole.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const query = new URL(request.url).searchParams;
  const [search, only] = [readGiftSearch(query), readGiftGroup(query)];
  const { saver, gifts, goals } = await loadOwnCatalogue(db(), member.id, search, locale);
  return {
    available: saver.available,
    groups: groupGifts(gifts, only),
    goals,
    search,
    only,
    gone: noticeIn(request, ["gone"]) !== null,
    title: t("gifts.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Gifts() {
  const t = useT();
  const figures = useFigures();
  const { available, groups, goals, search, only, gone } = useLoaderData<typeof loader>();
  const looking = search.words !== "" || search.kind !== null || only !== null;
  return (
    <>
      {only && <BackLink to="/my/gifts">{t("gifts.back")}</BackLink>}
      <PageHeader
        title={t("gifts.title")}
        lead={t("gifts.lead", { points: figures.points(available) })}
        actions={
          <ButtonLink to="/my/redemptions" look="quiet">
            {t("gifts.mine")}
          </ButtonLink>
        }
      />
      {gone && (
        <div className="mb-6">
          <Notice>{t("gifts.gone")}</Notice>
        </div>
      )}
      {!looking && goals.length > 0 && <GoalList goals={goals} />}
      {(looking || groups.length > 0) && <GiftSearchForm at="/my/gifts" search={search} />}
      {groups.length === 0 && (
        <EmptyState
          drawing={looking ? <MagnifierDrawing /> : <GiftBoxDrawing />}
          action={looking ? <Link to="/my/gifts">{t("gifts.none.all")}</Link> : undefined}
        >
          {t(looking ? nothingFound(search) : "gifts.empty")}
        </EmptyState>
      )}
      <GiftDrawingsOnce drawn={groups.flatMap(({ gifts }) => drawnOf(gifts))}>
        {groups.map(({ group, total, gifts }) => (
          <Section
            key={group}
            id={group}
            title={t(`gifts.group.${group}`)}
            more={
              gifts.length < total && (
                <Link to={giftsAddress("/my/gifts", search, group)}>
                  {t("gifts.group.all", { count: figures.points(total) })}
                </Link>
              )
            }
          >
            <GiftList>
              {gifts.map((gift) => (
                <GiftItem
                  key={gift.id}
                  gift={gift}
                  to={`/my/gifts/${gift.id}`}
                  note={noteOf(gift)}
                />
              ))}
            </GiftList>
          </Section>
        ))}
      </GiftDrawingsOnce>
    </>
  );

  function noteOf(gift: OwnListedGift) {
    if (gift.pinned) return t("gifts.saving");
    if (gift.obstacle || gift.reach === "within") return null;
    return t("gifts.toGo", { services: gift.services });
  }
}
