export { dayNumber, epochDay, isoDate, monthStartDays, yearStartDays } from "./calendar.ts";
export type * from "./compiledScenario.ts";
export { FileProblem, type FileText, LARGEST_TEXT, type ScenarioFiles } from "./files.ts";
export { type GatePlace, gatePlaces } from "./gatePlaces.ts";
export { formatIssue, type Issue, ScenarioError } from "./issue.ts";
export { scenarioJsonSchema } from "./jsonSchema.ts";
export { loadScenario } from "./loadScenario.ts";
export { type OpenScenario, openScenario } from "./openScenario.ts";
