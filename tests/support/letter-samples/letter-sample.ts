import type { LetterProps, TemplateName } from "../../../emails/compose-letter.tsx";
import type { EventReminderProps } from "../../../emails/event-messages.tsx";

/** Of some letters, what each is written from: an array of all that it can say. */
export type LetterSamples<Name extends TemplateName> = { [Each in Name]: LetterProps[Each][] };

/** When it happened, whatever it was. */
export const at = "2026-11-21T08:10:00Z";
/** Whom it is written to. */
export const name = "Ada";
/** Steps as the letter names them, and not as any text. */
export const step = <Step extends string>(steps: readonly Step[]) => steps;

export const aReminder: EventReminderProps = {
  name: "Ada",
  kind: "day",
  waiting: false,
  title: { en: "Tree planting day", zh: "植树欢乐节" },
  startsAt: "2027-03-12T07:30:00+08:00",
  listEnds: "2027-03-12T04:30:00+08:00",
  place: { en: "The showroom, then by convoy", zh: "展厅集合，车队出发" },
  address: { en: "7 Lakeside Road, Shanghai", zh: "上海市徐汇区湖畔路 7 号" },
  contactPhone: "+86 21 5550 1234",
  people: 3,
  code: "K7M2QX",
  registrationId: 7,
};
