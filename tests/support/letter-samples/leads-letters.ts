import { at, type LetterSamples, name } from "./letter-sample.ts";

const aCampaign = { en: "Spring recommendation", zh: "春季推荐" };

const aGiftPack = { en: "Care kit", zh: "洗护套装" };

export const LEADS_LETTERS: LetterSamples<"lead-friend" | "lead-news"> = {
  "lead-friend": [
    { name, token: "a-token", by: "Bo", themselves: false },
    { name, token: "a-token", by: "Bo", themselves: true },
  ],
  "lead-news": [
    ...(["accepted", "test-drive"] as const).map((what) => ({
      name,
      leadId: 7,
      namedAt: at,
      what,
      points: 50,
      availableAt: null,
      until: null,
    })),
    {
      name,
      leadId: 7,
      namedAt: at,
      what: "delivered",
      points: 2_000,
      availableAt: at,
      until: null,
    },
    {
      ...{
        name,
        leadId: 7,
        namedAt: at,
        what: "delivered",
        points: 2_000,
        availableAt: at,
        until: null,
      },
      extras: [
        { title: aCampaign, points: 500, gift: null, waits: null, notGiven: null },
        ...([null, "member", "stock"] as const).map((waits) => ({
          ...{ title: aCampaign, points: 0, gift: aGiftPack, waits, notGiven: null },
        })),
        ...(["too-late", "other-store", "referrer-full", "all-given"] as const).map((notGiven) => ({
          ...{ title: aCampaign, points: 0, gift: null, waits: null, notGiven },
        })),
      ],
    },
    {
      name,
      leadId: 7,
      namedAt: at,
      what: "taken-back",
      points: 2_000,
      availableAt: null,
      until: null,
    },
    {
      ...{
        name,
        leadId: 7,
        namedAt: at,
        what: "taken-back",
        points: 2_000,
        availableAt: null,
        until: null,
      },
      giftBack: aGiftPack,
    },
    ...(["declined", "appeal-upheld", "appeal-refused"] as const).map((what) => ({
      ...{ name, leadId: 7, namedAt: at, what, points: null, availableAt: null, until: null },
    })),
    {
      ...{ name, leadId: 7, namedAt: at, what: "hold-ends", points: null, availableAt: null },
      until: at,
    },
  ],
};
