import './node-version.mjs';

const [command] = process.argv.splice(2, 1);
await import(`./${command}.ts`);
