import { en, type ReportText } from "./en.ts";
import { es } from "./es.ts";

/** Every language of a report by its code. */
export const REPORT_TEXTS = { en, es } as const satisfies Readonly<Record<string, ReportText>>;

export type ReportLanguage = keyof typeof REPORT_TEXTS;
