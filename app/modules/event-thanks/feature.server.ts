import { z } from "zod";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { letterPhoto } from "#app/platform/letter-picture.server.ts";
import { startDueThanks } from "./send-thanks.server.ts";
import { thanksPicture } from "./thanks-picture.server.ts";
import { writeThanks } from "./write-thanks.server.ts";

const ThanksJob = z.object({ eventId: z.int() });
const ThanksLetter = z.object({ registrationId: z.int().nullable() });

export const eventThanksFeature: Feature = {
  tasks: {
    "write-event-thanks": (payload) => writeThanks(ThanksJob.parse(payload).eventId),
    "thank-with-pictures": () => startDueThanks(),
  },
  schedule: [{ task: "thank-with-pictures", cron: "27 * * * *" }],
  letterPictures: {
    "event-thanks": async (props) => {
      const { registrationId } = ThanksLetter.parse(props);
      const photo = registrationId === null ? null : await thanksPicture(db(), registrationId);
      return photo && letterPhoto(photo);
    },
  },
};
