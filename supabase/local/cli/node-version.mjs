// Plain JavaScript, because a Node too old for TypeScript files must still be able to say so.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old: run this through npm, which uses the project's own Node 24 (npm ci installs it).`,
  );
  process.exit(1);
}
