// Loaded before a command (`node --require`). Old syntax, so that any Node can run it and say what is wrong.
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

// V8 keeps what it has made of the code, ours and that of packages, for the next command; programs that this one starts
// find it by the variable. Of a build of 100 documents it is a second of nine.
process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || require('node:path').resolve('.cache/code');
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE);
