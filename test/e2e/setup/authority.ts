import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';

export type Certificate = {
  readonly certificate: string;
  readonly key: string;
};

/** A certificate authority of a test's own. All members are paths of PEM files. */
export type Authority = {
  readonly ca: string;
  /** A server certificate for these names and addresses. */
  readonly issue: (names: readonly string[]) => Promise<Certificate>;
  readonly remove: () => void;
};

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority with openssl; its files are in a folder that `remove` takes away. */
export const createAuthority = async (name = 'transship test authority'): Promise<Authority> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-ca-'));
  const ca = join(folder, 'ca.pem');
  const caKey = join(folder, 'ca.key');
  const extensions = ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign,cRLSign'];
  await run('openssl', [
    ...[
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      caKey,
      '-out',
      ca,
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
    ],
    ...extensions.flatMap((extension) => ['-addext', extension]),
  ]);
  let issued = 0;
  const issue = async (names: readonly string[]): Promise<Certificate> => {
    issued += 1;
    const own = join(folder, String(issued));
    mkdirSync(own);
    const paths = { certificate: join(own, 'server.pem'), key: join(own, 'server.key') };
    const request = join(own, 'server.csr');
    const subject = ['-subj', `/CN=${names[0] ?? 'nobody'}`];
    await run('openssl', ['req', ...newKey, '-keyout', paths.key, '-out', request, ...subject]);
    const alternatives = names
      .map((one) => (isIP(one) === 0 ? `DNS:${one}` : `IP:${one}`))
      .join(',');
    const rows = [
      `subjectAltName=${alternatives}`,
      'basicConstraints=critical,CA:false',
      'extendedKeyUsage=serverAuth',
    ];
    writeFileSync(join(own, 'extensions'), `${rows.join('\n')}\n`);
    await run('openssl', [
      ...[
        'x509',
        '-req',
        '-in',
        request,
        '-CA',
        ca,
        '-CAkey',
        caKey,
        '-CAcreateserial',
        '-days',
        '2',
      ],
      ...['-out', paths.certificate, '-extfile', join(own, 'extensions')],
    ]);
    return paths;
  };
  return { ca, issue, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
