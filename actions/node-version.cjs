// Loaded before the program (`node -r`), in words that every old Node understands: 86 tells launch.sh to look further.
var version = process.versions.node.split('.');
if (+version[0] < 20 || (+version[0] === 20 && +version[1] < 12)) process.exit(86);
