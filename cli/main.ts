#!/usr/bin/env node
import { runProgram } from "./runProgram.ts";
import { tolerateClosedPipes } from "./terminal.ts";
import { keepYoungGenerationSmall } from "./youngGeneration.ts";

keepYoungGenerationSmall();
tolerateClosedPipes();
process.exitCode = await runProgram(process.argv.slice(2));
