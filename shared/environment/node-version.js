/**
 * Preloaded by every npm script (`node --import`). Plain JavaScript, because the releases that it refuses cannot
 * read TypeScript, and would only say that they do not know the file's extension.
 */
const REQUIRED = 24;

if (Number.parseInt(process.versions.node, 10) < REQUIRED) {
  console.error(
    `Node.js ${REQUIRED} or later is needed, but this is ${process.versions.node} (${process.execPath}).\n` +
      'The repository brings its own as the development dependency "node": run "npm ci" with install scripts allowed\n' +
      '("npm config get ignore-scripts" should say false), or install Node.js 24 yourself.',
  );
  process.exit(1);
}
