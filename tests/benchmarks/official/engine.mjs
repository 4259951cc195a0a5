// One situation a line in, its values and seconds out. Copied beside node_modules before it runs.
import { createInterface } from "node:readline";
import rules from "modele-social";
import Engine from "publicodes";

const silent = { log() {}, warn() {}, error() {} };
const engine = new Engine(rules, { logger: silent });

function isMonthly(unit) {
  return unit?.denominators?.length === 1 && unit.denominators[0] === "mois";
}

function value({ nodeValue, unit }) {
  if (typeof nodeValue !== "number") return nodeValue ?? null;
  return isMonthly(unit) ? nodeValue * 12 : nodeValue;
}

function timed({ situation, names }) {
  const start = performance.now();
  engine.setSituation(situation);
  const nodes = names.map((name) => engine.evaluate(name));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, values: nodes.map(value) };
}

function answer(line) {
  try {
    return timed(JSON.parse(line));
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) say(answer(line));
