#!/usr/bin/env node
// The one entry of every `npm run`. It has no dependencies and runs on Node 18, since on a bare machine nothing else is there yet.
import { commands } from './commands.mjs';
import { isAtLeast } from './node.mjs';
import { watchNpm } from './npm-watch.mjs';
import { stopEverything } from './processes.mjs';
import { say } from './say.mjs';

const [name, ...args] = process.argv.slice(2);
const command = commands[name];

if (!isAtLeast(18, 0)) {
  say(`Node 18 or later is needed to begin with; this is ${process.versions.node}.`);
  process.exit(1);
}
if (command === undefined) {
  say(`no such command: ${name ?? '(none)'}. There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopEverything);
watchNpm(stopEverything);

try {
  process.exitCode = await command(args);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
  stopEverything();
}
