// Commands that pull an image that nobody can pull, or build on one.

import { expect, test } from 'vitest';
import { convertTexts } from '../codeship/project.ts';

const files = {
  Dockerfile: 'FROM phusion/baseimage:0.9.15\n',
  'worker/Dockerfile': 'FROM shippable/minv2\n',
  'worker/Dockerfile.new': 'FROM debian:12\n',
};

const pulled = 'no runner can pull `ubuntu:13.10`: its format is from before 2016';
const root =
  'no runner can pull `phusion/baseimage:0.9.15`, which `Dockerfile` starts from: its format is from before 2016';
const worker =
  'no runner can pull `shippable/minv2`, which `worker/Dockerfile` starts from: it was an image of Shippable and is gone';

test.each<[command: string, said: string[]]>([
  ['docker pull ubuntu:13.10', [pulled]],
  ['docker run --rm ubuntu:13.10 make', [pulled]],
  ['docker create ubuntu:13.10', [pulled]],
  ['docker pull ubuntu:22.04', []],
  ['docker push ubuntu:13.10', []],
  ['docker rmi ubuntu:13.10', []],
  ['docker build .', [root]],
  ['docker build -t acme/app ./', [root]],
  ['docker image build .', [root]],
  ['docker image ls .', []],
  ['docker container build .', []],
  ['docker build worker', [worker]],
  ['docker build ./worker/', [worker]],
  ['docker build -f worker/Dockerfile .', [worker]],
  ['docker build --file ./worker/Dockerfile .', [worker]],
  ['docker build --file=worker/Dockerfile .', [worker]],
  ['docker build -f worker/Dockerfile.new .', []],
  ['docker build other', []],
  ['podman build .', []],
])('%s', async (command, said) => {
  const text = `language: none\nbuild: {ci: [${JSON.stringify(command)}]}\n`;
  const { diagnostics } = await convertTexts({ ...files, 'shippable.yml': text });
  expect(
    diagnostics.flatMap(({ code, message }) => (code === 'image-not-pulled' ? [message] : [])),
  ).toEqual(said);
});
