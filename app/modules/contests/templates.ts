import type { EventKind } from "#app/modules/events/plan.ts";
import type { ContestDraft } from "./draft.ts";
import type { ContestTerms } from "./terms.ts";

/** Contests as the club has held them; whoever keeps one begins with it and changes what is different. */
export const contestTemplates = ["drawing", "bridge", "guardian"] as const;
export type ContestTemplate = (typeof contestTemplates)[number];

const TERMS: Record<ContestTemplate, ContestTerms> = {
  drawing: {
    kind: "pictures",
    criteria: [
      { key: "c1", name: { en: "Idea", zh: "创意" }, weight: 40 },
      { key: "c2", name: { en: "Colour and composition", zh: "色彩与构图" }, weight: 30 },
      { key: "c3", name: { en: "Care", zh: "用心程度" }, weight: 30 },
    ],
  },
  bridge: { kind: "measured", measure: "time", attempts: 3, better: "less" },
  guardian: { kind: "chosen", by: "choice" },
};

const TITLES: Record<ContestTemplate, ContestDraft["title"]> = {
  drawing: { en: "Drawing contest", zh: "绘画比赛" },
  bridge: { en: "Balance bridge", zh: "平衡桥" },
  guardian: { en: "Little guardian of nature", zh: "自然小卫士" },
};

const ABOUTS: Record<ContestTemplate, ContestDraft["about"]> = {
  drawing: {
    en: "Every child draws; judges see the pictures with numbers and without names.",
    zh: "每个孩子都来画一画；评委只看到作品和编号，看不到姓名。",
  },
  bridge: {
    en: "Who crosses the bridge fastest? The best try counts.",
    zh: "谁过桥最快？取最好成绩。",
  },
  guardian: {
    en: "For a child who cares for the place.",
    zh: "颁给爱护环境的孩子。",
  },
};

/** A contest filled in by a template: of pictures over all age groups of the event, otherwise one ranking of all. */
export const draftOf = (
  template: ContestTemplate,
  brackets: readonly { key: string }[],
): ContestDraft => ({
  title: TITLES[template],
  about: ABOUTS[template],
  terms: TERMS[template],
  brackets: template === "drawing" ? brackets.map(({ key }) => key) : [],
  openTo: "children",
  entriesUntil: null,
});

const FITTING: Partial<Record<EventKind, readonly ContestTemplate[]>> = {
  "drawing-contest": ["drawing"],
  "tree-planting": ["bridge", "guardian"],
};

/** The templates, those that fit the event's kind first. */
export const templatesFor = (kind: EventKind): ContestTemplate[] => {
  const fitting = FITTING[kind] ?? [];
  return [...fitting, ...contestTemplates.filter((each) => !fitting.includes(each))];
};
