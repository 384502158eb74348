// The plugins of the docker client that are brought to a machine that lacks them: one version, and the SHA-256 of each
// file as Docker published it for that release.

export type PluginName = 'buildx' | 'compose';

export type PluginFile = { readonly url: string; readonly sha256: string };

type PluginRow = {
  readonly version: string;
  readonly url: (file: string) => string;
  /** By Node's names of platform and processor. */
  readonly files: Readonly<Record<string, { readonly file: string; readonly sha256: string }>>;
};

export const pluginVersions: Readonly<Record<PluginName, PluginRow>> = {
  buildx: {
    version: '0.36.1',
    url: (file) => `https://github.com/docker/buildx/releases/download/v0.36.1/${file}`,
    files: {
      'linux-x64': {
        file: 'buildx-v0.36.1.linux-amd64',
        sha256: '48af8a397ebd60178778bf63611dbcebe5f5e7a9be90eb9147b24b9587455778',
      },
      'linux-arm64': {
        file: 'buildx-v0.36.1.linux-arm64',
        sha256: '5d0cafd9d16afe1a0f0d9529885344ace2cc99efdd531b6c783c5455a6001569',
      },
      'linux-arm': {
        file: 'buildx-v0.36.1.linux-arm-v7',
        sha256: '32ff9bee8c48c1fbceb1e2fb1d8472ec817ad1e25b5dff58ec9abf9b8d903518',
      },
      'linux-ppc64': {
        file: 'buildx-v0.36.1.linux-ppc64le',
        sha256: '46f71a277d1d05cb20f87601abfb729d0056f88705903bd82ad6153f80e3cd9b',
      },
      'linux-s390x': {
        file: 'buildx-v0.36.1.linux-s390x',
        sha256: '9d8dff974aa0166fc59a5804f35bb6c9ea0693a3f5061a81101668cfe707b0b4',
      },
      'linux-riscv64': {
        file: 'buildx-v0.36.1.linux-riscv64',
        sha256: '5e82f0ada635dabda74f1486dea604e0ea3a1214971ec8c52dcb4db6e08cce26',
      },
      'darwin-x64': {
        file: 'buildx-v0.36.1.darwin-amd64',
        sha256: '52a39ee4012d18f83373656712102ebda55656121dcdabbbb1ccfbd41b7debe8',
      },
      'darwin-arm64': {
        file: 'buildx-v0.36.1.darwin-arm64',
        sha256: '214cdc36788602862dbc82b523d58648b4585c7b0ff95218b0817c44db5573d7',
      },
      'win32-x64': {
        file: 'buildx-v0.36.1.windows-amd64.exe',
        sha256: 'cd7d06a00d924b5800d2654b507afe100378a4685fcec6585eeadc599a527330',
      },
      'win32-arm64': {
        file: 'buildx-v0.36.1.windows-arm64.exe',
        sha256: '79522ff962bf3b127c8e9ca56944b1a3fcbe46e1d0b4144d481f356d8c13fa74',
      },
    },
  },
  compose: {
    version: '5.4.0',
    url: (file) => `https://github.com/docker/compose/releases/download/v5.4.0/${file}`,
    files: {
      'linux-x64': {
        file: 'docker-compose-linux-x86_64',
        sha256: '837fd1d35bf6a494f41b5b5988269a7be79de337cf1a1a6ff0e45ab51bb4e9be',
      },
      'linux-arm64': {
        file: 'docker-compose-linux-aarch64',
        sha256: 'fc5d1371f1ec7987e703da94ede49af3fbfb240b83f22991a98511de7bc4b93b',
      },
      'linux-arm': {
        file: 'docker-compose-linux-armv7',
        sha256: 'f0c92550db24083a2622e4e980a3fdc13890125962ca09590a86c87ad0b3c536',
      },
      'linux-ppc64': {
        file: 'docker-compose-linux-ppc64le',
        sha256: '8158968c7ddb298ae901024c5fb6d471454d1bd75bdea317c4a9d24f87fa4868',
      },
      'linux-s390x': {
        file: 'docker-compose-linux-s390x',
        sha256: '892b60ad432d526b80376ba0b15429c6849ccc598b50b657aa6339310110a85a',
      },
      'linux-riscv64': {
        file: 'docker-compose-linux-riscv64',
        sha256: '016b7ac25ce605575bab99464d6b63141c41e14cc49cd0fa19c82aa8dd75a004',
      },
      'darwin-x64': {
        file: 'docker-compose-darwin-x86_64',
        sha256: '59fc378c6832c7c8d628d4d38a4e2bebcad579b21d1d380e9b8872961fe3da83',
      },
      'darwin-arm64': {
        file: 'docker-compose-darwin-aarch64',
        sha256: 'bc3d1fd4c01e3af9b481fc5ea153ea7c006c77eb39be78e9af3e2e8ebecc0d61',
      },
      'win32-x64': {
        file: 'docker-compose-windows-x86_64.exe',
        sha256: 'd51bc731b3ff6f062a26e8fdfd391ae98aeab516432f097c66d39c1c9d06680e',
      },
      'win32-arm64': {
        file: 'docker-compose-windows-aarch64.exe',
        sha256: '7895808619a27dd6cbca51b61ac211b59711ed82660b867b2c852d34e7881662',
      },
    },
  },
};

/** The file for a machine; undefined where Docker publishes none. */
export function pluginFile(
  name: PluginName,
  platform: string,
  processor: string,
): PluginFile | undefined {
  const row = pluginVersions[name];
  const file = row.files[`${platform}-${processor}`];
  return file === undefined ? undefined : { url: row.url(file.file), sha256: file.sha256 };
}
