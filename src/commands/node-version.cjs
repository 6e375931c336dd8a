// Old syntax, so that any Node can run it and say what is wrong.
var version = process.versions.node.split('.').map(Number);

if (version[0] < 22 || (version[0] === 22 && version[1] < 18) || (version[0] === 23 && version[1] < 6)) {
  console.error(
    'Gloss needs Node 22.18 or newer, and this is ' +
      process.version +
      '. `npm ci` installs Node 26 for Linux, macOS and Windows as an optional package; run it again with' +
      ' `npm ci --include=optional`, or install a newer Node from https://nodejs.org.',
  );
  process.exit(1);
}
