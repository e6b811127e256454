import { packageVersion } from "./package.ts";

/** A file of a new project, by its path from the project's folder. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** Name of the scenario that a new project starts with. */
export const STARTER_SCENARIO = "my-plan.yaml";

const SCENARIO = `# A scenario says how the world differs from another one. Check it with
#   bedspace validate ${STARTER_SCENARIO}
# and see what it changes with
#   bedspace compare baseline ${STARTER_SCENARIO}

# A name for files and tables: small letters, digits and hyphens.
id: my-plan
# What the report is called, and the question that it answers.
title: Twice the approvals from 2027
question: Do twice the approvals of transfers relieve the prisons?

# How the difference below is known: observed, derived or assumption; and where it comes from, in words.
mark: assumption
source: The analyst's choice

# All that is not said here comes from the shipped baseline. \`bedspace scenarios\` lists other bases.
extends: baseline

# What changes, and when. Paths lead through the base as \`bedspace validate\` and its hints know them.
interventions:
  - from: 2027-01-01
    set:
      # A multiple of what the base says; a number instead of { scale: 2 } would replace it.
      corridors.us-mx.review.approvalProbability: { scale: 2 }

# What must hold. A run ends with exit code 3 where a gate fails, or where the replications do not decide it.
# \`bedspace measures ${STARTER_SCENARIO}\` lists the names.
gates:
  # The mean over replications, on the last day of the run.
  - mean(us.system.occupancy) < 1.3
  # The share of replications in which something happens by a date; in quotes, because of the colon.
  - "probability(us.system.occupancy > 1.5, by: 2030-01-01) < 0.2"
`;

const WORKFLOW = `# Runs the scenario on every change; the check is red where the scenario is wrong or a gate does not hold.
name: bedspace
on: [push, pull_request]

permissions:
  contents: read

jobs:
  bedspace:
    runs-on: ubuntu-latest
    env:
      # A version, a Git address or a tarball that npm installs.
      BEDSPACE_PACKAGE: bedspace@${packageVersion}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Install
        run: npm install --no-save "$BEDSPACE_PACKAGE"
      - name: Check the scenario
        run: npx bedspace validate ${STARTER_SCENARIO}
      # Writes the job's summary and marks the lines of gates that do not hold. Keep the summary.json of a run in the
      # repository and add --against summary.json to see what moved since.
      - name: Compare it with the baseline
        run: npx bedspace compare baseline ${STARTER_SCENARIO} --replications 40 --out bedspace-run --junit bedspace-junit.xml
      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: bedspace-run
          path: |
            bedspace-run
            bedspace-junit.xml
`;

/** Files of a new project: a scenario to change, and a workflow that runs it. */
export const STARTER_FILES: readonly StarterFile[] = [
  { path: STARTER_SCENARIO, text: SCENARIO },
  { path: ".github/workflows/bedspace.yml", text: WORKFLOW },
];
