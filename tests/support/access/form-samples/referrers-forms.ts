import { randomUUID } from "node:crypto";
import { type FormSample, sample } from "./form-sample.ts";

const aFriend = {
  name: "Bo Lin",
  country: "+86",
  phone: "13900001234",
  model: "Tayron",
  email: "bo@marque.test",
  note: "After six",
  consent: "on",
  consentVersion: "1",
  requestKey: randomUUID(),
};

export const REFERRERS_FORMS: FormSample[] = [
  sample("nobody", "/refer?index", { name: "Ines", email: "ines@marque.test", agree: "on" }),
  sample("nobody", (cast) => `/r/${cast.own.referrerToken}`, aFriend),
  sample("nobody", (cast) => `/f/${cast.own.leadToken}`, { answer: "confirm" }),
  sample("silver", "/my/referrals?index", { showsName: "on", isListed: "on" }),
  sample("silver", "/my/referrals/new", aFriend),
  sample("silver", (cast) => `/my/referrals/${cast.own.leadId}`, {
    note: "We did talk",
    requestKey: randomUUID(),
  }),
];
