// Reads GIFT on standard input with gift-pegjs and writes what it understood as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const parser = createRequire(process.argv[2] + "/")("gift-pegjs");
try {
  console.log(JSON.stringify({ questions: parser.parse(readFileSync(0, "utf8")) }));
} catch (error) {
  console.log(JSON.stringify({ error: error.message, place: error.location }));
}
