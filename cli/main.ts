#!/usr/bin/env node
import { runProgram } from "./runProgram.ts";
import { tolerateClosedPipes } from "./terminal.ts";

tolerateClosedPipes();
process.exitCode = await runProgram(process.argv.slice(2));
