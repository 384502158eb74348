// Modules of Node.js that are compiled when they are installed: node-gyp of an old npm runs on a Python that runners
// no longer have.

import type { Repository } from '../../ground/repository.ts';
import { npmPackages } from '../calls/package-scripts.ts';

/**
 * Modules that compile themselves where they find no binary for the Node.js, which old releases seldom do. Those that
 * others only take where they can be had are left out: without them the installation goes on.
 */
const native = new Set(
  (
    'bcrypt sqlite3 node-sass canvas fibers ursa libxmljs libxmljs-dom libxslt serialport leveldown level ' +
    'grpc sharp iconv zmq zeromq usb microtime  contextify mmmagic node-expat pg-native libpq ' +
    'robotjs re2 heapdump v8-profiler memwatch memwatch-next weak time scrypt ed25519 sodium libsodium ref ffi mysql-libmysqlclient ' +
    'node-rdkafka nodegit odbc oracledb rocksdb snappy speaker xxhash farmhash node-icu-charset-detector ' +
    'unix-dgram pty.js node-pty posix raw-socket pcap gc-stats  better-sqlite3 couchbase aerospike argon2 lmdb ' +
    'node-hid bluetooth-hci-socket epoll i2c-bus onoff rpio cld deasync execSync java protobuf magic node-zookeeper xml2json'
  ).split(' '),
);

/** A native module as a lock file of npm or yarn names it. */
const locked = new RegExp(
  `^\\s*"?(?:node_modules/)?(?:${[...native].join('|').replaceAll('.', '\\.')})(?:"\\s*:\\s*\\{|@)`,
  'm',
);

/**
 * The Python that setup-python is asked for, so that the node-gyp of these majors of Node.js runs: those of npm 6 and
 * before want Python 2, those of npm 7 to 9 one that still has `distutils`. Undefined where nothing is compiled, or the
 * runner's own serves.
 */
export function pythonForModules(
  majors: readonly number[],
  repository: Repository,
): 'pypy2.7' | '3.11' | undefined {
  const oldest = Math.min(...majors);
  if (oldest >= 20 || !hasNativeModules(repository)) return undefined;
  return oldest < 16 ? 'pypy2.7' : '3.11';
}

function hasNativeModules(repository: Repository): boolean {
  const { paths, read } = repository;
  if (paths.includes('binding.gyp')) return true;
  if ([...npmPackages(repository)].some((name) => native.has(name))) return true;
  return ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock'].some((path) =>
    locked.test(read(path) ?? ''),
  );
}
