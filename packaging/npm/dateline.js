#!/usr/bin/env node
// Runs the program of this machine, which is a package of its own beside this one.
"use strict";
const { spawnSync } = require("node:child_process");
const name = `dateline-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/dateline${process.platform === "win32" ? ".exe" : ""}`);
} catch {
  console.error(`dateline: expected the package ${name} beside this one, found none; there is no program for this machine, or npm was told to leave out optional packages`);
  process.exit(1);
}
const { status, signal, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`dateline: ${program} cannot be started: ${error.message}`);
  process.exit(1);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 1);
