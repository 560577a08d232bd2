import type { Feature } from "#app/modules/feature.ts";
import { sweepApiAnswers } from "./answer-once.server.ts";

export const apiFeature: Feature = { sweeps: [sweepApiAnswers] };
