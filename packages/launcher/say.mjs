/** What the launcher has to tell goes to stderr: stdout belongs to the result of the command. */
export function say(message) {
  process.stderr.write(`furikaeri: ${message}\n`);
}
