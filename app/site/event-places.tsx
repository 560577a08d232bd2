import { Link, useLocation } from "@remix-run/react";
import { may, type Permission } from "#app/modules/access/permissions.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { useStaffRoles } from "./root-data.ts";

type EventPlace = { page: string; label: WordKey; permission: Permission };
type Group = { name: string; label: WordKey; places: readonly EventPlace[] };

/** All pages of one event, as its days go by; a page's address follows `/admin/events/<id>`. */
const GROUPS: readonly Group[] = [
  {
    name: "event",
    label: "eventPlaces.event",
    places: [
      { page: "", label: "attendance.event", permission: "events.keep" },
      { page: "/parties", label: "eventKeeping.parties", permission: "events.see" },
      { page: "/messages", label: "eventKeeping.messages", permission: "events.keep" },
    ],
  },
  {
    name: "day",
    label: "eventPlaces.day",
    places: [
      { page: "/check-in", label: "attendance.title", permission: "attendance.mark" },
      { page: "/contests", label: "contestKeeping.title", permission: "contests.enter" },
      { page: "/stewards", label: "attendance.stewards.title", permission: "events.keep" },
      { page: "/run-sheet", label: "attendance.runSheet.title", permission: "attendance.mark" },
      { page: "/prizes", label: "handOut.title", permission: "contest-prizes.serve" },
      { page: "/badges", label: "attendance.badges.title", permission: "attendance.mark" },
    ],
  },
  {
    name: "after",
    label: "eventPlaces.after",
    places: [
      { page: "/album", label: "albumKeeping.place", permission: "albums.keep" },
      { page: "/gallery", label: "galleryKeeping.title", permission: "contests.keep" },
      { page: "/impact", label: "impact.title", permission: "impact.record" },
      { page: "/survey", label: "surveyResults.title", permission: "surveys.see" },
      { page: "/certificates", label: "certificateKeeping.title", permission: "certificates.keep" },
      { page: "/thanks", label: "eventThanks.title", permission: "events.keep" },
      { page: "/report", label: "eventReport.title", permission: "events.report" },
    ],
  },
];

/** Where staff can go from one page of an event to its others: what their roles open. */
export function EventPlaces({ eventId }: { eventId: number }) {
  const t = useT();
  const roles = useStaffRoles();
  const { pathname } = useLocation();
  const base = `/admin/events/${eventId}`;
  const here = pathname.slice(base.length);
  const groups = GROUPS.map((group) => ({
    ...group,
    places: group.places.filter(({ permission }) => may(roles, permission)),
  })).filter(({ places }) => places.length > 0);
  const isHere = ({ page }: EventPlace) =>
    page === "" ? here === "" : `${here}/`.startsWith(`${page}/`);
  const current = groups.find(({ places }) => places.some(isHere));
  return (
    <div className="mb-6 print:hidden">
      <FilterChips
        label={t("eventPlaces.title")}
        choices={groups.map((group) => ({
          to: base + (group.places[0]?.page ?? ""),
          label: t(group.label),
          current: group === current,
        }))}
      />
      {current && (
        <nav aria-label={t(current.label)} className="-mt-4 flex flex-wrap gap-x-5">
          {current.places.map((place) => (
            <Link
              key={place.page}
              to={base + place.page}
              prefetch="intent"
              aria-current={isHere(place) ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {t(place.label)}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
