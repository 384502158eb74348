// What is said of lines of a Dockerfile that built on CodeShip and no longer do.

import { expect, test } from 'vitest';
import { positionAt } from '../../../src/source/source-file.ts';
import { convertTexts } from './project.ts';

const installer =
  'gone-server 2: this installer of pip does not run on Python 2: the build fails; write `https://bootstrap.pypa.io/pip/2.7/get-pip.py`';

test.each<[lines: string, said: string[]]>([
  ['RUN true', []],
  ['RUN curl https://bootstrap.pypa.io/get-pip.py | python', [installer]],
  ['RUN curl https://bootstrap.pypa.io/get-pip.py | python2.7 -', [installer]],
  ['RUN curl https://bootstrap.pypa.io/get-pip.py | python3', []],
  ['RUN curl -O https://bootstrap.pypa.io/get-pip.py && python get-pip.py', [installer]],
  ['RUN curl -O https://bootstrap.pypa.io/get-pip.py && python2 /tmp/get-pip.py', [installer]],
  ['RUN curl -O https://bootstrap.pypa.io/get-pip.py && python3 get-pip.py', []],
  ['RUN curl https://bootstrap.pypa.io/pip/2.7/get-pip.py | python', []],
  ['# RUN curl https://bootstrap.pypa.io/get-pip.py | python', []],
  ['  # RUN curl https://bootstrap.pypa.io/get-pip.py | python', []],
  ['RUN : # x\n#RUN curl https://bootstrap.pypa.io/get-pip.py | python', []],
])('%s', async (lines, said) => {
  const { diagnostics } = await convertTexts({
    'codeship-services.yml': 'app: { build: . }\n',
    'codeship-steps.yml': '- { service: app, command: make }\n',
    Dockerfile: `FROM debian:12\n${lines}\n`,
  });
  expect(
    diagnostics.flatMap(({ code, message, help, at }) =>
      at?.file.path === 'Dockerfile'
        ? [`${code} ${positionAt(at.file, at.start).line}: ${message}; ${help}`]
        : [],
    ),
  ).toEqual(said);
});
