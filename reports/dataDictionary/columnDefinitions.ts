/** What a cell holds. A date is ISO text; a count is a whole number. */
export type ColumnType = "text" | "date" | "number" | "count" | "boolean";

/** A column of a table, in words. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  /** Unit of the numbers; "of the measure" where the column `unit` says it; null where there is none. */
  readonly unit: string | null;
  /** When the cell is empty (null); null where it never is. */
  readonly empty: string | null;
  readonly definition: string;
}

/** Tables that can be taken elsewhere. */
export type TableName = "results" | "differences" | "replications";

const OF_MEASURE = "of the measure";

function column(
  name: string,
  type: ColumnType,
  unit: string | null,
  definition: string,
  empty: string | null = null,
): ColumnDefinition {
  return { name, type, unit, empty, definition };
}

const scenario = column("scenario", "text", null, "Id of the scenario");
const measure = column("measure", "text", null, "Name of the measure; the dictionary defines each");
const unit = column("unit", "text", null, "Unit of the measure");
const from = column(
  "from",
  "date",
  null,
  "Date at which the measure is read, or first day of its window; equal to `to` for a date",
);
const to = column("to", "date", null, "Date at which the measure is read, or last day of its window");
const level = column("level", "number", "ratio", "Confidence level of the interval, 0.95 = 95 %");
const n = column("n", "count", "replications", "Replications in which the measure is defined");
const ONE_REPLICATION = "with one replication";

function quantile(name: string, share: string): ColumnDefinition {
  return column(
    name,
    "number",
    OF_MEASURE,
    `${share} of outcomes over replications (type 7): where outcomes fall; it does not shrink with more replications`,
  );
}

/** Columns of every table in their order. */
export const TABLE_COLUMNS: Readonly<Record<TableName, readonly ColumnDefinition[]>> = {
  results: [
    scenario,
    measure,
    unit,
    from,
    to,
    column("mean", "number", OF_MEASURE, "Mean over replications"),
    column(
      "halfWidth",
      "number",
      OF_MEASURE,
      "Half-width of the confidence interval of the mean (Student's t): the mean lies in mean ± halfWidth",
      ONE_REPLICATION,
    ),
    level,
    quantile("q0_05", "5 % quantile"),
    quantile("q0_25", "25 % quantile"),
    quantile("q0_5", "Median"),
    quantile("q0_75", "75 % quantile"),
    quantile("q0_95", "95 % quantile"),
    n,
  ],
  differences: [
    column("base", "text", null, "Id of the scenario that the other is compared with"),
    scenario,
    measure,
    unit,
    from,
    to,
    column("mean", "number", OF_MEASURE, "Mean over replications of scenario − base, paired by replication"),
    column(
      "halfWidth",
      "number",
      OF_MEASURE,
      "Half-width of the confidence interval of that mean (paired Student's t)",
      ONE_REPLICATION,
    ),
    level,
    column(
      "simultaneousHalfWidth",
      "number",
      OF_MEASURE,
      "Half-width of the interval that holds together with those of the other scenarios compared (Bonferroni)",
      ONE_REPLICATION,
    ),
    column("comparisons", "count", "scenarios", "Scenarios that are compared with the base"),
    column("n", "count", "replications", "Pairs in which both sides are defined"),
    column(
      "shareSameSign",
      "number",
      "ratio",
      "Share of the pairs whose difference has the sign of the mean; zero counts as a sign of its own",
    ),
    column(
      "varianceReduction",
      "number",
      "ratio",
      "How many times more replications runs without common random numbers would need for the same half-width",
      "where the differences do not vary, and for measures that are differences by themselves",
    ),
    column("identical", "boolean", null, "Base and scenario agree exactly in every replication"),
  ],
  replications: [
    scenario,
    column(
      "replication",
      "count",
      null,
      "Number of the replication, from 0; equal numbers of two scenarios are a pair",
    ),
    measure,
    unit,
    from,
    to,
    column(
      "value",
      "number",
      OF_MEASURE,
      "Value in this replication",
      "where the replication does not define it",
    ),
  ],
};
