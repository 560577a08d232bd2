import type { ClubTime } from "#app/platform/club-time.ts";
import { momentText } from "#app/platform/typed-moment.ts";
import type { DrawDraft } from "./draft.ts";

/** A draw as its form shows it, by the form's fields: what {@link DrawForm} reads, it gives back the same. */
export function typeDraw(draft: DrawDraft, time: ClubTime): Record<string, string> {
  const { title, about, entrants, how, prizes } = draft;
  const on = (ticked: boolean) => (ticked ? "on" : "");
  return {
    ...{ titleEn: title.en, titleZh: title.zh, aboutEn: about.en, aboutZh: about.zh },
    of: entrants.of,
    ...(entrants.of === "visits"
      ? { from: entrants.from, through: entrants.through, perVisit: on(entrants.perVisit) }
      : { event: String(entrants.eventId) }),
    onePerHousehold: on(draft.onePerHousehold),
    mustBePresent: on(draft.mustBePresent),
    drawAt: momentText(draft.drawAt, time),
    claimBy: draft.claimBy,
    ...("pickedBy" in how
      ? { method: "by-hand", pickedByEn: how.pickedBy.en, pickedByZh: how.pickedBy.zh }
      : {
          method: "computed",
          valueKind: how.kind,
          valueReference: how.reference,
        }),
    ...Object.fromEntries(
      prizes.flatMap((prize, place) => [
        [`prizeEn${place + 1}`, prize.title.en],
        [`prizeZh${place + 1}`, prize.title.zh],
        [`prizeCount${place + 1}`, String(prize.count)],
        [`prizeVariant${place + 1}`, String(prize.variantId ?? "")],
      ]),
    ),
  };
}
