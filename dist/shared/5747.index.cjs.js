"use strict";exports.id=5747,exports.ids=[5747],exports.modules={45747:(function(l,e,s){s.d(e,{examples:()=>i});const i={addon:{file:"shippable.yml",before:`packages:
  - libxml2`},"approval-gate":{file:"codeship-steps.yml",before:"- type: manual"},"approval-without-gate":{file:"codeship-steps.yml",before:"- type: manual",target:".github/workflows/codeship.yml",after:`- name: echo two (app)
  run: docker compose run --rm -T app echo two`},"as-before":{file:"shippable.yml",before:"language: go",target:".github/workflows/shippable.yml",after:`ci:
  name: CI (Go \${{ matrix.go }})
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  permissions:
    contents: read
  strategy:
    fail-fast: false`},"bad-merge":{file:"shippable.yml",before:"- A=1"},"bad-variable":{file:"shippable.yml",before:"- A=1 and more",target:".github/workflows/shippable.yml",after:"env: A=1"},"bad-variable-name":{file:"shippable.yml",before:"- bad-name: x"},"basic-databases":{file:"codeship-basic.yml",before:"setup:"},"basic-empty-deployment":{file:"codeship-basic.yml",before:"- { branch: other }"},"basic-helper":{file:"codeship-basic.yml",before:`deployments:
  - { branch: main, commands: [ codeship_heroku deploy . shop, rsync -a . deploy@example.test: ] }`},"basic-left-out":{file:"codeship-basic.yml",before:"- set -e"},"basic-match-mode":{file:"codeship-basic.yml",before:"- branch: { branch_name: hotfix, match_mode: sometimes }"},"basic-mysql-host":{file:"codeship-basic.yml",before:"setup:"},"basic-old-version":{file:"codeship-basic.yml",before:"- pip install awscli",target:".github/workflows/codeship-basic.yml",after:"pip install awscli"},"basic-secret":{file:"codeship-basic.yml",before:'environment: { "bad name": 1, LONG: "postgres://u:p@host/db" }'},"basic-setting":{file:"codeship-basic.json",before:'"type": "basic", "name": "acme/shop", "repository_url": "https://github.com/acme/shop", "repository_provider": "github",'},"basic-ssh-key":{file:"codeship-basic.yml",before:`commands:
  - ./ci/deploy`,target:".github/workflows/codeship-basic.yml",after:"run: ./ci/deploy"},"basic-unknown-service":{file:"codeship-basic.yml",before:"services: [oracle]"},"basic-version":{file:"codeship-basic.yml",before:"- rvm use $UNKNOWN"},"boot-option":{file:"shippable.yml",before:'options: "--link db:db --privileged"'},"branch-expression":{file:"shippable.yml",before:"- /^rc[1-9]?$/"},"branch-expression-as-wildcard":{file:"shippable.yml",before:"- /^release-\\d+\\.x$/",target:".github/workflows/shippable.yml",after:`on:
  push:
    branches: [master, release-**.x, a, b, '!wip**']
  pull_request:
    branches: [master, release-**.x, a, b, '!wip**']`},"broken-command":{file:"codeship-steps.yml",before:'command: echo "unclosed'},"broken-env-file":{file:"codeship-services.yml",before:"env_file: config/web.env",target:"compose.codeship.yml",after:"- { path: config/web.env, format: raw }"},"broken-file":{file:"codeship-services.yml",before:`web:
  image: busybox`},"broken-tag":{file:"codeship-steps.yml",before:'image_tag: "{{ .Branch"',target:".github/workflows/codeship.yml",after:"image_tag: '{{ .Branch'"},"broken-template":{file:"codeship-services.yml",before:'X: "{{ .Branch"'},"build-waiter":{file:"codeship-steps.yml",before:`steps:
  - name: wait
    service: waiter
    command: build-waiter`},"cache-of-local-base":{file:"codeship-services.yml",before:"cached: true"},"cache-of-travis":{file:"shippable.yml",before:"cache: pip",target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Restore the cache
    uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0`},"cache-scope":{file:"shippable.yml",before:"cache: pip",target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Restore the cache
    uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0`},"cache-without-build":{file:"codeship-services.yml",before:"cached: true"},"codeship-basic.yml aes_key":{file:"codeship-basic.yml",before:"aes_key: word"},"codeship-basic.yml authentication_user":{file:"codeship-basic.yml",before:"authentication_user: word"},"codeship-basic.yml created_at":{file:"codeship-basic.yml",before:"created_at: word"},"codeship-basic.yml deployment_pipelines":{file:"codeship-basic.yml",before:"deployment_pipelines: { name: word }"},"codeship-basic.yml deployments":{file:"codeship-basic.yml",before:`deployments:
  - branch: main`,target:".github/workflows/codeship-basic.yml",after:`- name: Deploy main
  if: github.event_name == 'push' && github.ref == 'refs/heads/main'
  env:
    SITE_TARGET: \${{ secrets.SITE_TARGET }}
  run: ./ci/deploy`},"codeship-basic.yml environment":{file:"codeship-basic.yml",before:'GO_VERSION: "1.11"',target:".github/workflows/codeship-basic.yml",after:"GO_VERSION: '1.11'"},"codeship-basic.yml environment_variables":{file:"codeship-basic.yml",before:"environment_variables: { name: word }"},"codeship-basic.yml id":{file:"codeship-basic.yml",before:"id: word"},"codeship-basic.yml name":{file:"codeship-basic.yml",before:"name: word"},"codeship-basic.yml notification_rules":{file:"codeship-basic.yml",before:"notification_rules: word"},"codeship-basic.yml organization_uuid":{file:"codeship-basic.yml",before:"organization_uuid: word"},"codeship-basic.yml repository_provider":{file:"codeship-basic.yml",before:"repository_provider: word"},"codeship-basic.yml repository_url":{file:"codeship-basic.yml",before:"repository_url: word"},"codeship-basic.yml services":{file:"codeship-basic.yml",before:"services: [mysql, redis]",target:".github/workflows/codeship-basic.yml",after:"image: mysql:5.7"},"codeship-basic.yml setup":{file:"codeship-basic.yml",before:`setup:
  - glide install`,target:".github/workflows/codeship-basic.yml",after:"glide install"},"codeship-basic.yml setup_commands":{file:"codeship-basic.yml",before:"setup_commands: word",target:".github/workflows/codeship-basic.yml",after:"run: word"},"codeship-basic.yml ssh_key":{file:"codeship-basic.yml",before:"ssh_key: word"},"codeship-basic.yml team_ids":{file:"codeship-basic.yml",before:"team_ids: word"},"codeship-basic.yml test_pipelines":{file:"codeship-basic.yml",before:"test_pipelines: word",target:".github/workflows/codeship-basic.yml",after:"run: word"},"codeship-basic.yml tests":{file:"codeship-basic.yml",before:`tests:
  - ginkgo -r`,target:".github/workflows/codeship-basic.yml",after:"ginkgo -r"},"codeship-basic.yml type":{file:"codeship-basic.yml",before:"type: word"},"codeship-basic.yml updated_at":{file:"codeship-basic.yml",before:"updated_at: word"},"codeship-basic.yml uuid":{file:"codeship-basic.yml",before:"uuid: word"},"codeship-image":{file:"codeship-services.yml",before:"image: codeship/aws-deployment",target:"compose.codeship.yml",after:"image: codeship/aws-deployment"},"codeship-scripts":{file:"codeship-basic.yml",before:`setup:
  - source ci/setup.sh`,target:".github/workflows/codeship-basic.yml",after:"source ci/setup.sh"},"codeship-services.yml add_docker":{file:"codeship-services.yml",before:"add_docker: true",target:".github/workflows/codeship.yml",after:"generator-options: --volume /var/run/docker.sock:/var/run/docker.sock"},"codeship-services.yml build":{file:"codeship-services.yml",before:"build: .",target:"compose.codeship.yml",after:"build: '.'"},"codeship-services.yml build.add_docker":{file:"codeship-services.yml",before:"add_docker: true"},"codeship-services.yml build.args":{file:"codeship-services.yml",before:"SWITCH: on",target:"compose.codeship.yml",after:"SWITCH: 'true'"},"codeship-services.yml build.cache":{file:"codeship-services.yml",before:"cache: word"},"codeship-services.yml build.cache_from":{file:"codeship-services.yml",before:"cache_from: word"},"codeship-services.yml build.cached":{file:"codeship-services.yml",before:"cached: true"},"codeship-services.yml build.command":{file:"codeship-services.yml",before:"command: word"},"codeship-services.yml build.configure":{file:"codeship-services.yml",before:"configure: word"},"codeship-services.yml build.context":{file:"codeship-services.yml",before:"context: app",target:"compose.codeship.yml",after:"build: app"},"codeship-services.yml build.depends_on":{file:"codeship-services.yml",before:"depends_on: word"},"codeship-services.yml build.dockerfile":{file:"codeship-services.yml",before:"dockerfile: /ci/Dockerfile",target:"compose.codeship.yml",after:"build: { dockerfile: ci/Dockerfile }"},"codeship-services.yml build.dockerfile_path":{file:"codeship-services.yml",before:"dockerfile_path: Dockerfile.old",target:"compose.codeship.yml",after:"build: { context: ./a, dockerfile: Dockerfile.old }"},"codeship-services.yml build.encrypted_args":{file:"codeship-services.yml",before:"encrypted_args: oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7Q=",target:".github/workflows/codeship.yml",after:"encrypted-args: oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7Q="},"codeship-services.yml build.encrypted_args_file":{file:"backend/codeship-services.yml",before:"encrypted_args_file: args.encrypted",target:".github/workflows/codeship-backend.yml",after:"encrypted-args-file: backend/args.encrypted"},"codeship-services.yml build.encrypted_env_file":{file:"codeship-services.yml",before:"encrypted_env_file: word"},"codeship-services.yml build.entrypoint":{file:"codeship-services.yml",before:"entrypoint: word"},"codeship-services.yml build.env_file":{file:"codeship-services.yml",before:"env_file: word"},"codeship-services.yml build.environment":{file:"codeship-services.yml",before:"LEVEL: debug"},"codeship-services.yml build.image":{file:"codeship-services.yml",before:"image: acme/build-web",target:"compose.codeship.yml",after:"image: acme/build-web"},"codeship-services.yml build.labels":{file:"codeship-services.yml",before:"labels: word"},"codeship-services.yml build.links":{file:"codeship-services.yml",before:"links: word"},"codeship-services.yml build.name":{file:"codeship-services.yml",before:"name: word"},"codeship-services.yml build.network":{file:"codeship-services.yml",before:"network: word"},"codeship-services.yml build.path":{file:"codeship-services.yml",before:"path: ./a",target:"compose.codeship.yml",after:"build: { context: ./a, dockerfile: Dockerfile.old }"},"codeship-services.yml build.platforms":{file:"codeship-services.yml",before:"platforms: word"},"codeship-services.yml build.ports":{file:"codeship-services.yml",before:"ports: word"},"codeship-services.yml build.secrets":{file:"codeship-services.yml",before:"secrets: word"},"codeship-services.yml build.shm_size":{file:"codeship-services.yml",before:"shm_size: word"},"codeship-services.yml build.ssh":{file:"codeship-services.yml",before:"ssh: word"},"codeship-services.yml build.target":{file:"codeship-services.yml",before:"target: word"},"codeship-services.yml build.volumes":{file:"codeship-services.yml",before:"volumes: word"},"codeship-services.yml build.volumes_from":{file:"codeship-services.yml",before:"volumes_from: word"},"codeship-services.yml build.working_dir":{file:"codeship-services.yml",before:"working_dir: word"},"codeship-services.yml cached":{file:"codeship-services.yml",before:"cached: true",target:".github/workflows/codeship.yml",after:`- name: Build app
  uses: transship/transship/actions/build@1111111111111111111111111111111111111111 # v1.0.0
  with:
    image_name: codeship_app
    cache: gha`},"codeship-services.yml cap_add":{file:"codeship-services.yml",before:"cap_add: [word]",target:"compose.codeship.yml",after:"cap_add: [word]"},"codeship-services.yml cap_drop":{file:"codeship-services.yml",before:"cap_drop: [word]",target:"compose.codeship.yml",after:"cap_drop: [word]"},"codeship-services.yml cgroup_parent":{file:"codeship-services.yml",before:"cgroup_parent: word"},"codeship-services.yml command":{file:"codeship-services.yml",before:"command: ./serve --port 80",target:"compose.codeship.yml",after:"command: ./serve --port 80"},"codeship-services.yml configs":{file:"codeship-services.yml",before:"configs: word"},"codeship-services.yml container_name":{file:"codeship-services.yml",before:"container_name: word"},"codeship-services.yml cpu_quota":{file:"codeship-services.yml",before:"cpu_quota: word"},"codeship-services.yml cpu_shares":{file:"codeship-services.yml",before:"cpu_shares: word",target:"compose.codeship.yml",after:"cpu_shares: word"},"codeship-services.yml cpuset":{file:"codeship-services.yml",before:"cpuset: word",target:"compose.codeship.yml",after:"cpuset: word"},"codeship-services.yml default_cache_branch":{file:"codeship-services.yml",before:"default_cache_branch: main",target:".github/workflows/codeship.yml",after:"cache-branch: main"},"codeship-services.yml depends_on":{file:"codeship-services.yml",before:"depends_on: [b]",target:"compose.codeship.yml",after:"depends_on: [b]"},"codeship-services.yml deploy":{file:"codeship-services.yml",before:"deploy: word"},"codeship-services.yml devices":{file:"codeship-services.yml",before:"devices: word"},"codeship-services.yml dns":{file:"codeship-services.yml",before:"dns: word",target:"compose.codeship.yml",after:"dns: [word]"},"codeship-services.yml dns_search":{file:"codeship-services.yml",before:"dns_search: word",target:"compose.codeship.yml",after:"dns_search: [word]"},"codeship-services.yml dockercfg_service":{file:"codeship-services.yml",before:"dockercfg_service: word"},"codeship-services.yml dockerfile":{file:"codeship-services.yml",before:"dockerfile: Dockerfile.b",target:"compose.codeship.yml",after:"build: { context: ./b, dockerfile: Dockerfile.b }"},"codeship-services.yml domainname":{file:"codeship-services.yml",before:"domainname: word",target:"compose.codeship.yml",after:"domainname: word"},"codeship-services.yml encryped_dockercfg":{file:"codeship-services.yml",before:"encryped_dockercfg: word"},"codeship-services.yml encrypted_.dockercfg_path":{file:"codeship-services.yml",before:"encrypted_.dockercfg_path: word"},"codeship-services.yml encrypted_dockercfg_path":{file:"codeship-services.yml",before:"encrypted_dockercfg_path: pull.encrypted",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Decide conditions
    id: codeship
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0`},"codeship-services.yml encrypted_env":{file:"codeship-services.yml",before:"encrypted_env: word",target:".github/workflows/codeship.yml",after:"encrypted-files: word"},"codeship-services.yml encrypted_env_file":{file:"codeship-services.yml",before:"encrypted_env_file: env.encrypted",target:".github/workflows/codeship.yml",after:"encrypted-files: env.encrypted"},"codeship-services.yml encrypted_environment":{file:"codeship-services.yml",before:`encrypted_environment:
  - |
    codeship:v2
    oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7SdgSmplMjei2p+rR44cXdmYl4c7MW2JGpsKGh6bTBx2w==`,target:".github/workflows/codeship.yml",after:"app.environment.1=codeship:v2 oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7SdgSmplMjei2p+rR44cXdmYl4c7MW2JGpsKGh6bTBx2w=="},"codeship-services.yml entrypoint":{file:"codeship-services.yml",before:"entrypoint: npm run",target:"compose.codeship.yml",after:"entrypoint: npm run"},"codeship-services.yml env_file":{file:"codeship-services.yml",before:`env_file:
  - ./a.env`,target:"compose.codeship.yml",after:"- { path: ./a.env, format: raw }"},"codeship-services.yml environment":{file:"codeship-services.yml",before:"CI_BRANCH: own",target:"compose.codeship.yml",after:"CI_BRANCH: own"},"codeship-services.yml expose":{file:"codeship-services.yml",before:`expose:
  - "3000"`,target:"compose.codeship.yml",after:"expose: ['3000']"},"codeship-services.yml extends":{file:"codeship-services.yml",before:"extends: word"},"codeship-services.yml external_links":{file:"codeship-services.yml",before:"external_links: word"},"codeship-services.yml extra_hosts":{file:"codeship-services.yml",before:"db.local: 10.0.0.2",target:"compose.codeship.yml",after:"db.local: '10.0.0.2'"},"codeship-services.yml group_add":{file:"codeship-services.yml",before:"group_add: word"},"codeship-services.yml healthcheck":{file:"codeship-services.yml",before:"healthcheck: word"},"codeship-services.yml hostname":{file:"codeship-services.yml",before:"hostname: more",target:"compose.codeship.yml",after:"hostname: more"},"codeship-services.yml image":{file:"codeship-services.yml",before:"image: busybox",target:"compose.codeship.yml",after:"image: busybox"},"codeship-services.yml init":{file:"codeship-services.yml",before:"init: word"},"codeship-services.yml ipc":{file:"codeship-services.yml",before:"ipc: word"},"codeship-services.yml isolation":{file:"codeship-services.yml",before:"isolation: word"},"codeship-services.yml labels":{file:"codeship-services.yml",before:"labels: word"},"codeship-services.yml links":{file:"codeship-services.yml",before:`links:
  - db:primary`,target:"compose.codeship.yml",after:`app:
  build: '.'
  image: codeship_app
  depends_on: [db, api.example.test]
  links:
    - db:primary
    - db:replica
  env_file: ./.github/codeship/ci.env`},"codeship-services.yml log_driver":{file:"codeship-services.yml",before:"log_driver: word"},"codeship-services.yml log_opt":{file:"codeship-services.yml",before:"log_opt: word"},"codeship-services.yml logging":{file:"codeship-services.yml",before:"logging: word"},"codeship-services.yml mac_address":{file:"codeship-services.yml",before:"mac_address: word"},"codeship-services.yml mem_limit":{file:"codeship-services.yml",before:"mem_limit: word",target:"compose.codeship.yml",after:"mem_limit: word"},"codeship-services.yml mem_swappiness":{file:"codeship-services.yml",before:"mem_swappiness: word"},"codeship-services.yml memswap_limit":{file:"codeship-services.yml",before:"memswap_limit: word"},"codeship-services.yml network_mode":{file:"codeship-services.yml",before:"network_mode: word"},"codeship-services.yml networks":{file:"codeship-services.yml",before:"networks: word"},"codeship-services.yml oom_scope_adj":{file:"codeship-services.yml",before:"oom_scope_adj: word"},"codeship-services.yml oom_score_adj":{file:"codeship-services.yml",before:"oom_score_adj: word"},"codeship-services.yml pid":{file:"codeship-services.yml",before:"pid: word"},"codeship-services.yml platform":{file:"codeship-services.yml",before:"platform: word"},"codeship-services.yml ports":{file:"codeship-services.yml",before:`ports:
  - "5000:5000"`,target:"compose.codeship.yml",after:"- '5000:5000'"},"codeship-services.yml privileged":{file:"codeship-services.yml",before:"privileged: word"},"codeship-services.yml profiles":{file:"codeship-services.yml",before:"profiles: word"},"codeship-services.yml pull_policy":{file:"codeship-services.yml",before:"pull_policy: word"},"codeship-services.yml read_only":{file:"codeship-services.yml",before:"read_only: true",target:"compose.codeship.yml",after:"read_only: true"},"codeship-services.yml registry":{file:"codeship-services.yml",before:"registry: word"},"codeship-services.yml restart":{file:"codeship-services.yml",before:"restart: word",target:"compose.codeship.yml",after:"restart: word"},"codeship-services.yml secrets":{file:"codeship-services.yml",before:"secrets: word"},"codeship-services.yml security_opt":{file:"codeship-services.yml",before:"security_opt: [word]",target:"compose.codeship.yml",after:"security_opt: [word]"},"codeship-services.yml shm_size":{file:"codeship-services.yml",before:"shm_size: word"},"codeship-services.yml stdin_open":{file:"codeship-services.yml",before:"stdin_open: word"},"codeship-services.yml stop_grace_period":{file:"codeship-services.yml",before:"stop_grace_period: word"},"codeship-services.yml stop_signal":{file:"codeship-services.yml",before:"stop_signal: word"},"codeship-services.yml sysctls":{file:"codeship-services.yml",before:"sysctls: word"},"codeship-services.yml tmpfs":{file:"codeship-services.yml",before:"tmpfs: word"},"codeship-services.yml tty":{file:"codeship-services.yml",before:"tty: word"},"codeship-services.yml ulimits":{file:"codeship-services.yml",before:"ulimits: word"},"codeship-services.yml user":{file:"codeship-services.yml",before:'user: "1000"',target:".github/workflows/codeship.yml",after:"generator-options: --volume /var/run/docker.sock:/var/run/docker.sock --volume ./creds:/creds --workdir /work --user 1000 --entrypoint ./login"},"codeship-services.yml userns_mode":{file:"codeship-services.yml",before:"userns_mode: word"},"codeship-services.yml volume_driver":{file:"codeship-services.yml",before:"volume_driver: word"},"codeship-services.yml volumes":{file:"codeship-services.yml",before:`volumes:
  - ./:/app`,target:"compose.codeship.yml",after:"volumes: [./:/app]"},"codeship-services.yml volumes_from":{file:"codeship-services.yml",before:"volumes_from: [data]",target:"compose.codeship.yml",after:"- data"},"codeship-services.yml working_dir":{file:"codeship-services.yml",before:"working_dir: /app",target:"compose.codeship.yml",after:"working_dir: /app"},"codeship-steps.yml build":{file:"codeship-steps.yml",before:"build: word"},"codeship-steps.yml cached":{file:"codeship-steps.yml",before:"cached: word"},"codeship-steps.yml command":{file:"codeship-steps.yml",before:"command: npm test",target:".github/workflows/codeship.yml",after:"docker compose run --rm -T app npm test"},"codeship-steps.yml dockercfg_service":{file:"codeship-steps.yml",before:"dockercfg_service: generator",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Log in with generator
    uses: transship/transship/actions/login@1111111111111111111111111111111111111111 # v1.0.0
    with:`},"codeship-steps.yml encryped_dockercfg":{file:"codeship-steps.yml",before:"encryped_dockercfg: word"},"codeship-steps.yml encrypted_dockercfg_path":{file:"codeship-steps.yml",before:"encrypted_dockercfg_path: dockercfg.encrypted",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Log in to the registries
    uses: transship/transship/actions/login@1111111111111111111111111111111111111111 # v1.0.0
    with:`},"codeship-steps.yml encrypted_env_file":{file:"codeship-steps.yml",before:"encrypted_env_file: tool.encrypted"},"codeship-steps.yml encrypted_environment":{file:"codeship-steps.yml",before:"encrypted_environment: word"},"codeship-steps.yml env_file":{file:"codeship-steps.yml",before:"env_file: word"},"codeship-steps.yml environment":{file:"codeship-steps.yml",before:"environment: word"},"codeship-steps.yml exclude":{file:"codeship-steps.yml",before:'exclude: "^(a"',target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Decide conditions
    id: codeship
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0`},"codeship-steps.yml image":{file:"codeship-steps.yml",before:"image: word"},"codeship-steps.yml image_name":{file:"codeship-steps.yml",before:"image_name: acme/web",target:".github/workflows/codeship.yml",after:"image_name: acme/web"},"codeship-steps.yml image_tag":{file:"codeship-steps.yml",before:"image_tag: stable",target:".github/workflows/codeship.yml",after:"image_tag: stable"},"codeship-steps.yml name":{file:"codeship-steps.yml",before:"- name: unit",target:".github/workflows/codeship.yml",after:"- name: unit"},"codeship-steps.yml on_fail":{file:"codeship-steps.yml",before:`on_fail:
  - command: ./failed`,target:".github/workflows/codeship.yml",after:"run: docker compose run --rm -T Web.App ./failed"},"codeship-steps.yml registry":{file:"codeship-steps.yml",before:"registry: https://index.docker.io/v1/",target:".github/workflows/codeship.yml",after:"registry: https://index.docker.io/v1/"},"codeship-steps.yml service":{file:"codeship-steps.yml",before:"- service: app",target:".github/workflows/codeship.yml",after:`- name: npm test (app)
  run: |
    docker compose build app
    docker compose run --rm -T app npm test`},"codeship-steps.yml services":{file:"codeship-steps.yml",before:"services: [a, b]",target:".github/workflows/codeship.yml",after:`- name: prepare (a), test (a)
  run: |
    # prepare (a)
    docker compose run --rm -T a ./prepare
    # test (a)
    docker compose run --rm -T a ./test`},"codeship-steps.yml steps":{file:"codeship-steps.yml",before:`steps:
  - service: web`,target:".github/workflows/codeship.yml",after:`- name: ./deploy (web)
  run: docker compose run --rm -T web ./deploy`},"codeship-steps.yml tag":{file:"codeship-steps.yml",before:"tag: v1.0",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Decide conditions
    id: codeship
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0`},"codeship-steps.yml type":{file:"codeship-steps.yml",before:"type: push",target:".github/workflows/codeship.yml",after:`- name: Push acme/web
  uses: transship/transship/actions/push@1111111111111111111111111111111111111111 # v1.0.0
  with:
    image: \${{ steps.build-web.outputs.image-web }}
    image_name: acme/web
    registry: https://index.docker.io/v1/`},"codeship-steps.yml volumes":{file:"codeship-steps.yml",before:"volumes: word"},"codeship-steps.yml working_dir":{file:"codeship-steps.yml",before:"working_dir: word"},"command-not-text":{file:"shippable.yml",before:`ci:
  - echo Note: this is a mapping`},"committed-key":{file:"codeship-services.yml",before:"app:"},"conflicting-keys":{file:"codeship-services.yml",before:"path: ./old"},"database-folder":{file:"codeship-services.yml",before:`volumes:
  - /tmp/data:/var/lib/postgresql/data`,target:"compose.codeship.yml",after:`db:
  image: postgres
  environment:
    POSTGRES_PASSWORD: test
    PGDATA: /var/lib/postgresql/data
  # The data of one step are there in the next.
  volumes: [/tmp/data:/var/lib/postgresql/data]`},"database-password":{file:"codeship-services.yml",before:"image: postgres",target:"compose.codeship.yml",after:`newest:
  image: postgres
  environment:
    POSTGRES_HOST_AUTH_METHOD: trust`},"default-value":{file:"shippable.yml",before:"sudo: required"},"default-version":{file:"shippable.yml",before:"language: java",target:".github/workflows/shippable.yml",after:`ci:
  name: CI
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  permissions:
    contents: read
  steps:
    - name: Check out the repository`},"dependency-cycle":{file:"codeship-services.yml",before:"links: [a]"},"deploy-platform":{file:"shippable.yml",before:'platform: "Docker 1.6.2"'},"deploys-in-pull-requests":{file:"shippable.yml",before:`push:
  - docker push example/app:$BUILD_NUMBER`,target:".github/workflows/shippable.yml",after:"run: docker push example/app:$BUILD_NUMBER"},"dropped-key":{file:"codeship-services.yml",before:"cached: true"},"dropped-notification":{file:"shippable.yml",before:`- integrationName: chat
  type: hipchat
  recipients: "#room"`},"duplicate-key":{file:"shippable.yml",before:`ci:
  - make old`},"empty-mount":{file:"codeship-services.yml",before:`volumes:
  - ./generated:/generated`,target:"compose.codeship.yml",after:"volumes: [./generated:/generated]"},"empty-value":{file:"shippable.yml",before:"ci:"},"environment-order":{file:"codeship-services.yml",before:`PEM: |
  first
  second`,target:"compose.codeship.yml",after:`first
second`},"environment-overridden":{file:"codeship-services.yml",before:"A: from-environment"},"exit-in-ci":{file:"shippable.yml",before:`ci:
  - test -f skip && exit 0`,target:".github/workflows/shippable.yml",after:"test -f skip && exit 0 || exit"},"expression-sign":{file:"shippable.yml",before:`only:
  - master`},"external-reference":{file:"shippable.templates.yml",before:`externalReferences:
  - https://example.org/ci/common.yml`},"extra-document":{file:"shippable.yml",before:`build:
  ci:
    - never`},"fan-out-order":{file:"codeship-steps.yml",before:`- type: serial
  name: in order
  services: [a, b]
  tag: master
  steps:`},"file-too-large":{file:"shippable.yml",before:"ci: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"},"generator-entrypoint":{file:"codeship-services.yml",before:"entrypoint: [./login, --quiet]"},"generator-network":{file:"codeship-services.yml",before:`depends_on:
  - helper`,target:".github/workflows/codeship.yml",after:`- name: Log in with generator
  uses: transship/transship/actions/login@1111111111111111111111111111111111111111 # v1.0.0
  with:
    generator: codeship/ecr-dockercfg
    generator-options: --volume /var/run/docker.sock:/var/run/docker.sock
    hosts: 123456789012.dkr.ecr.us-east-1.amazonaws.com`},"generic-integration":{file:"shippable.yml",before:`generic:
  - integrationName: deploy keys`},"gone-from-machine":{file:"codeship-basic.yml",before:"- sudo apt-get install -y php5-curl",target:".github/workflows/codeship-basic.yml",after:"sudo apt-get install -y php5-curl"},"group-without-type":{file:"codeship-steps.yml",before:`- steps:
    - service: a
      command: ./no-type`},"ignored-key":{file:"docker-compose.yml",before:'version: "2"'},"ignored-without":{file:"shippable.yml",before:"bundler_args: --without production"},"image-built-twice":{file:"codeship-services.yml",before:"image: acme/app",target:"compose.codeship.yml",after:"image: acme/app"},"image-name-capitals":{file:"shippable.yml",before:"image_name: registry.example.org/Acme/CI-image",target:".github/workflows/shippable.yml",after:"image_name: registry.example.org/Acme/CI-image"},"image-not-pulled":{file:"shippable.yml",before:`push:
  - docker pull ubuntu:13.10`,target:".github/workflows/shippable.yml",after:"docker pull ubuntu:13.10"},"image-of-build":{file:"docker-compose.yml",before:"image: shop-web-dev",target:"compose.codeship.yml",after:"image: shop-web-dev"},"image-without-latest":{file:"codeship-services.yml",before:"image: elasticsearch",target:"compose.codeship.yml",after:"image: elasticsearch"},"include-variable":{file:"shippable.yml",before:'MODE: "fast"',target:".github/workflows/shippable.yml",after:"env: MODE=fast"},"incomplete-deploy":{file:"shippable.yml",before:`- integrationName: aws
  type: aws
  application_name: web`},"incomplete-service":{file:"codeship-services.yml",before:"environment: {}"},"incomplete-step":{file:"codeship-steps.yml",before:`- service: missing
  command: "true"`},"installed-program":{file:"shippable.yml",before:`ci:
  - pytest`,target:".github/workflows/shippable.yml",after:"run: pytest"},"integration-renamed":{file:"shippable.yml",before:`hub:
  - integrationName: github registry`,target:".github/workflows/shippable.yml",after:"- integrationName: shippable_github registry"},"integration-without-name":{file:"shippable.yml",before:`key:
  - type: ssh-key`},"integrations-as-list":{file:"shippable.yml",before:`integrations:
  - hub:
      - integrationName: registry
        type: docker
  - integrationName: team`},"invalid-pattern":{file:"codeship-steps.yml",before:'tag: "^(a"',target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Decide conditions
    id: codeship
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0`},"letter-case":{file:"codeship-steps.yml",before:"tag: docs",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Build app
    run: docker compose build app
  - name: docs`},"line-balancer":{file:"shippable.yml",before:"- IN: api_alb",target:".github/workflows/assembly-line-api_test.yml",after:"- name: api_alb"},"line-bastion":{file:"shippable.resources.yml",before:"address: bastion.acme.example",target:".github/workflows/assembly-line-to_aks.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: to_bastion
      type: deploy
      in: |
        - name: app_man`},"line-build-number":{file:"shippable.yml",before:'- echo "versionName=$BUILD_NUMBER" > /build/state/app-image.env',target:".github/workflows/shippable.yml",after:`run: |
  make image
  echo "versionName=$BUILD_NUMBER" > $JOB_STATE/app-image.env
  shipctl copy_file_to_state report.txt`},"line-bump":{file:"shippable.yml",before:"bump: minro",target:".github/workflows/assembly-line-oddly.yml",after:`run: |
  # The greater of the last version and the incoming one.
  last=$(shipctl greatest_version "\${JOB_PREVIOUS_VERSIONNAME:-}" "\${API_VER_VERSIONNAME:-}")
  next=$(shipctl bump_version "\${last:-0.0.0}" minor)
  shipctl post_resource_state "$JOB_NAME" versionName "$next"
  echo "$next"`},"line-by-hand":{file:"shippable.yml",before:`jobs:
  - name: deploy`,target:".github/workflows/assembly-line-deploy.yml",after:"name: deploy"},"line-circle":{file:"shippable.jobs.yml",before:`steps:
  - IN: a`,target:".github/workflows/assembly-line-a.yml",after:`in: |
  - name: a
    type: runSh
    job: true`},"line-cluster":{file:"shippable.yml",before:"- name: ship"},"line-container-secret":{file:"shippable.resources.yml",before:'version: {params: {A: "3", secure: abc=}}'},"line-cut-value":{file:"shippable.yml",before:'- script: shipctl put_resource_state out-img link "https://example.org/?a=b"',target:".github/workflows/assembly-line-build.yml",after:'shipctl put_resource_state out-img link "https://example.org/?a=b"'},"line-deploy-method":{file:"shippable.yml",before:"method: blueGreen",target:".github/workflows/shippable.yml",after:"- name: Deploy web_man (blueGreen)"},"line-duplicate":{file:"shippable.yml",before:`- name: img
  type: image`},"line-elsewhere":{file:"shippable.yml",before:`steps:
  - IN: imgg`,target:".github/workflows/assembly-line-make.yml",after:"- name: imgg"},"line-expanded-value":{file:"shippable.yml",before:'versionTemplate: {sourceName: acme/app, versionName: "1.*"}',target:".github/workflows/assembly-line-build.yml",after:"versionName: 1.*"},"line-fan-in":{file:"shippable.yml",before:"- name: tell",target:".github/workflows/shippable.yml",after:"name: tell"},"line-flag":{file:"shippable.yml",before:`flags:
  - api`,target:".github/workflows/shippable.yml",after:`deploy-test:
  name: deploy-test
  if: "!cancelled() && (inputs.start == 'deploy-test' || needs.ci.outputs.api_img == 'line-new-version')"
  needs: ci
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  concurrency:
    group: line-deploy-test`},"line-kind":{file:"shippable.yml",before:"integration: deploy-key",target:".github/workflows/assembly-line-by-files.yml",after:"integration: deploy-key"},"line-login-gone":{file:"shippable.yml",before:`on_success:
  - script: docker push acme/out`,target:".github/workflows/assembly-line-build.yml",after:"docker push acme/out"},"line-managed":{file:"shippable.yml",before:"- TASK: managed"},"line-masked-word":{file:"shippable.yml",before:"integration: team-kv",target:".github/workflows/assembly-line-build.yml",after:"integration: team-kv"},"line-message":{file:"shippable.yml",before:"- NOTIFY: team_chat"},"line-never-ran":{file:"shippable.jobs.yml",before:"- never ran"},"line-no-ci":{file:"shippable.yml",before:"- name: gone_runCI"},"line-option":{file:"shippable.yml",before:'volumes: ["/data:/data"]'},"line-pinned-number":{file:"shippable.yml",before:"versionNumber: 3",target:".github/workflows/assembly-line-build.yml",after:`in: |
  - name: src
    type: gitRepo
    integration: gh
    versionTemplate:
      sourceName: acme/app
      branch: master
  - name: app-img`},"line-powershell":{file:"shippable.yml",before:"- script: Write-Output $env:BUILD_ID"},"line-pwsh":{file:"shippable.yml",before:`script:
  - $script:TAG = $(shipctl get_resource_version_key "$env:IMG" "versionName")`,target:".github/workflows/assembly-line-on-windows.yml",after:'$script:TAG = $(shipctl get_resource_version_key "$env:IMG" "versionName")'},"line-queue":{file:"shippable.yml",before:`jobs:
  - name: deploy`,target:".github/workflows/assembly-line-deploy.yml",after:"name: deploy"},"line-received":{file:"shippable.yml",before:`jobs:
  - name: outside
    type: externalCI
    steps:
      - IN: ci-server`},"line-repository":{file:"shippable.resources.yml",before:"versionTemplate: {sourceName: acme/app, branch: master}",target:".github/workflows/assembly-line-build.yml",after:`steps:
  - name: Resources of the job
    id: start
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: build
      in: |
        - name: src`},"line-retry-text":{file:"shippable.yml",before:'- script: shipctl retry "npm install"'},"line-secret-version":{file:"shippable.yml",before:'- script: shipctl put_resource_state out-img token "$TOKEN"',target:".github/workflows/assembly-line-build.yml",after:'shipctl put_resource_state out-img token "$TOKEN"'},"line-service":{file:"shippable.yml",before:"- name: to-ecs",target:".github/workflows/assembly-line-to-ecs.yml",after:"name: to-ecs"},"line-split-value":{file:"shippable.yml",before:'- script: shipctl put_resource_state_multi out-img "versionName=1.2 note=two words" commit=$(git rev-parse HEAD)',target:".github/workflows/assembly-line-build.yml",after:'shipctl put_resource_state_multi out-img "versionName=1.2 note=two words" commit=$(git rev-parse HEAD)'},"line-steering-param":{file:"shippable.yml",before:"PATH: /opt/tools",target:".github/workflows/assembly-line-build.yml",after:"PATH: /opt/tools"},"line-step":{file:"shippable.yml",before:"- INN: img"},"line-terraform":{file:"shippable.jobs.yml",before:"- terraform apply",target:".github/workflows/assembly-line-provision.yml",after:"terraform apply"},"line-twice":{file:"shippable.yml",before:`steps:
  - IN: make
    switch: off`},"line-type":{file:"shippable.yml",before:"- type: image"},"line-unknown-name":{file:"shippable.yml",before:"- script: cd $(shipctl get_resource_state scr)/sub",target:".github/workflows/assembly-line-build.yml",after:"cd $(shipctl get_resource_state scr)/sub"},"line-unknown-notify":{file:"shippable.yml",before:"NOTIFY: [team_slack, team_mail, team_irc, team_slak]"},"line-unknown-out":{file:"shippable.yml",before:"- OUT: imggg"},"line-unknown-version":{file:"shippable.yml",before:'- echo "versionName=$BRANCH" > $JOB_STATE/api_image.env',target:".github/workflows/shippable.yml",after:'echo "versionName=$BRANCH" > $JOB_STATE/api_image.env'},"line-unset-variables":{file:"shippable.yml",before:`- script:
  - set -o nounset`,target:".github/workflows/assembly-line-by-terraform.yml",after:"set -o nounset"},"line-unused":{file:"shippable.yml",before:`resources:
  - name: app_image
    type: image`},"link-variable":{file:"codeship-services.yml",before:`links:
  - db`,target:"compose.codeship.yml",after:`web:
  build: '.'
  image: codeship_web
  depends_on: [db, cache]
  links:
    - cache:store
  env_file: ./.github/codeship/ci.env
  environment:`},"link-variable-missing":{file:"codeship-services.yml",before:`links:
  - db`,target:"compose.codeship.yml",after:`web:
  build: '.'
  image: codeship_web
  depends_on: [db, cache]
  links:
    - cache:store
  env_file: ./.github/codeship/ci.env
  environment:`},"lost-version":{file:"shippable.yml",before:"php: [hhvm, 5.2, 7.0snapshot, 7, 7.2]"},"mail-notification":{file:"shippable.yml",before:`notifications:
  - email: false`},"manual-key":{file:"shippable.yml",before:"commit_container: acme/shop"},"manual-notification":{file:"shippable.yml",before:`- integrationName: irc
  type: irc
  recipients: "chat.example.org#builds"`},"mapped-path":{file:"shippable.yml",before:`ci:
  - cd /root/src/github.com/example/app && make`,target:".github/workflows/shippable.yml",after:"run: cd $GITHUB_WORKSPACE && make || exit"},"mapping-as-list":{file:"shippable.yml",before:`addons:
  - postgresql: "9.4"`},"matrix-empty":{file:"shippable.yml",before:`exclude:
  - node_js: 18`},"matrix-left":{file:"shippable.yml",before:"node_js: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]"},"matrix-no-match":{file:"shippable.yml",before:`exclude:
  - node_js: 16`},"matrix-too-large":{file:"shippable.yml",before:"language: node_js"},"misplaced-filter":{file:"shippable.yml",before:"only: master"},"misplaced-key":{file:"shippable.yml",before:`pre_ci:
  - ./setup.sh`},"misplaced-notification":{file:"shippable.yml",before:`hub:
  - integrationName: team
    type: slack
    recipients: '#builds'`},"missing-file":{file:"codeship-services.yml",before:"encrypted_env_file: env.encrypted",target:".github/workflows/codeship.yml",after:"encrypted-files: env.encrypted"},"missing-language":{file:"shippable.yml",before:"build:"},"missing-mount":{file:"codeship-services.yml",before:"- ./Tmp:/tmp/own",target:"compose.codeship.yml",after:"volumes: [./cache:/cache, ./Tmp:/tmp/own]"},"missing-program":{file:"codeship-basic.yml",before:`setup:
  - glide install`,target:".github/workflows/codeship-basic.yml",after:"glide install"},"missing-services-file":{file:"codeship-steps.yml",before:"- service: web"},"missing-steps-file":{file:"codeship-services.yml",before:"web:"},"near-version":{file:"shippable.yml",before:"go: [1.4, 1.10.3, tip]",target:".github/workflows/shippable.yml",after:"- go: tip"},"needless-boot-option":{file:"shippable.yml",before:'options: "--link db:db --privileged"'},"needless-sudo":{file:"shippable.yml",before:"- sudo npm i -g npm",target:".github/workflows/shippable.yml",after:`run: |
  . ~/.nvm/nvm.sh --no-use
  npm install -g "npm@$(node -p 'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"')"
  npm i -g "npm@$(node -p 'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"')"
  npm install -g npm@3
  nvm install 0.12
  npm test`},"needs-root":{file:"shippable.yml",before:"- source ci/env.sh"},"no-steps":{file:"codeship-steps.yml",before:"- service: missing"},"no-such-service":{file:"codeship-steps.yml",before:"- service: missing"},"no-variable":{file:"shippable.yml",before:`env:
  - just words`},"node-pool":{file:"shippable.yml",before:`runtime:
  - nodePool: small`,target:".github/workflows/shippable.yml",after:"name: CI on small"},"notification-default":{file:"shippable.yml",before:"on_start: never"},"notification-never":{file:"shippable.yml",before:`notifications:
  - integrationName: team`},"old-browser":{file:"shippable.yml",before:'firefox: "23.0"',target:".github/workflows/shippable.yml",after:`- name: Install Firefox 23.0
  run: |
    sudo apt-get update -qq && sudo apt-get install -y -qq libgtk2.0-0t64 libdbus-glib-1-2 libxt6t64
    curl -fsSL https://archive.mozilla.org/pub/firefox/releases/23.0/linux-x86_64/en-US/firefox-23.0.tar.bz2 | tar -xj -C "$RUNNER_TEMP"
    echo "$RUNNER_TEMP/firefox" >> "$GITHUB_PATH"`},"old-default":{file:"shippable.yml",before:"language: python",target:".github/workflows/shippable.yml",after:`ci:
  name: CI
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  permissions:
    contents: read
  steps:
    - name: Check out the repository`},"old-deploy":{file:"shippable.yml",before:"application_name: app",target:".github/workflows/shippable.yml",after:'aws elasticbeanstalk create-application-version --application-name app --version-label "$version" --source-bundle "S3Bucket=$bucket,S3Key=$version.zip"'},"old-docker-client":{file:"shippable.yml",before:`global:
  - DOCKER_API_VERSION=1.30`,target:".github/workflows/shippable.yml",after:"DOCKER_API_VERSION: '1.30'"},"old-file-name":{file:"jet-services.yml",before:"web:"},"old-image-replaced":{file:"shippable.yml",before:"image_name: node",target:".github/workflows/shippable.yml",after:"image_name: node"},"old-version":{file:"shippable.yml",before:`python:
  - 2.7`,target:".github/workflows/shippable.yml",after:"python: ['2.7', '3.4']"},"open-credential":{file:"codeship-basic.yml",before:`tests:
  - npm test -- --token=Tk94f1d8c0a9b3e7762d5c4`},"other-language":{file:"shippable.yml",before:"python: 3.12"},"outside-checkout":{file:"codeship-services.yml",before:"context: ..",target:"compose.codeship.yml",after:"build: { context: '..', dockerfile: app/Dockerfile }"},"parallel-in-order":{file:"codeship-steps.yml",before:"- type: parallel",target:".github/workflows/codeship.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      persist-credentials: false
  - name: Build web
    id: build-web
    run: |`},"part-of-vendor-image":{file:"shippable.yml",before:"image_tag: latest"},"pattern-without-anchor":{file:"codeship-steps.yml",before:"tag: (\\d+(\\.\\d+)+)"},"project-settings":{file:"codeship-steps.yml",before:"- service: app"},"pull-after-build":{file:"shippable.yml",before:"pull: true",target:".github/workflows/shippable.yml",after:"pull: false"},"push-of-git":{file:"codeship-steps.yml",before:"command: git push origin HEAD:release",target:".github/workflows/codeship.yml",after:"run: docker compose run --rm -T app git push origin HEAD:release"},"push-to-other-registry":{file:"codeship-steps.yml",before:"registry: https://quay.io",target:".github/workflows/codeship.yml",after:"registry: https://quay.io"},"push-without-credentials":{file:"codeship-steps.yml",before:`- type: push
  service: app
  image_name: registry.acme.com/app
  image_tag: "{{ .Branch"`},"push-without-login":{file:"shippable.yml",before:"agent_only: true",target:".github/workflows/shippable.yml",after:"agent_only: true"},"raised-rights":{file:"shippable.yml",before:`ci:
  - apt-get update && apt-get install -y jq`,target:".github/workflows/shippable.yml",after:"run: sudo apt-get update && sudo apt-get install -y jq || exit"},"region-mismatch":{file:"shippable.yml",before:"type: ecr",target:".github/workflows/shippable.yml",after:"type: ecr"},"root-logins":{file:"shippable.yml",before:"- ./publish.sh"},"script-as-root":{file:"shippable.yml",before:`ci:
  - ./ci/install.sh`,target:".github/workflows/shippable.yml",after:'sudo -E env "PATH=$PATH" ./ci/install.sh'},"secret-renamed":{file:"shippable.yml",before:"- integrationName: github_room",target:".github/workflows/shippable.yml",after:"WEBHOOK_URL: ${{ secrets.SHIPPABLE_GITHUB_ROOM_INTEGRATION_WEBHOOKURL }}"},"secret-ways":{file:"codeship-services.yml",before:"encrypted_env_file: env.encrypted",target:".github/workflows/codeship.yml",after:"encrypted-files: env.encrypted"},"secure-value":{file:"shippable.yml",before:`global:
  - secure: c29tZXRoaW5n`},"server-command":{file:"shippable.yml",before:"- service redis-server start",target:".github/workflows/shippable.yml",after:": service redis-server start"},"service-command":{file:"shippable.yml",before:`global:
  - SHIPPABLE_MYSQL_CMD="mysqld --max-allowed-packet=64M"`},"service-in-a-step":{file:"shippable.yml",before:"services: [mysql]",target:".github/workflows/shippable.yml",after:`- name: Start MySQL
  run: |
    docker rm -f shippable-mysql > /dev/null 2>&1 || :
    sudo install -d -m 777 /var/run/mysqld
    docker run -d --name shippable-mysql --network host -v /var/run/mysqld:/var/run/mysqld -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql:5.7 --skip-name-resolve=OFF
    timeout 120 sh -c 'until docker exec shippable-mysql mysqladmin ping -h 127.0.0.1 --silent; do sleep 1; done'`},"service-in-group":{file:"codeship-steps.yml",before:"- service: b",target:".github/workflows/codeship.yml",after:`- name: outer / inner / ./three (b)
  run: docker compose run --rm -T b ./three`},"service-on-own-image":{file:"shippable.yml",before:`services:
  - redis`},"service-version":{file:"shippable.yml",before:"- selenium: 2.53"},"service-version-of-rows":{file:"shippable.yml",before:`env:
  - SHIPPABLE_POSTGRES_VERSION=9.4`,target:".github/workflows/shippable.yml",after:"SHIPPABLE_POSTGRES_VERSION: ['9.4', '10']"},"shadowed-key":{file:"shippable.yml",before:`before_script:
  - ./never.sh`},"shippable.jobs.yml jobs":{file:"shippable.yml",before:`jobs:
  - name: outside
    type: externalCI
    steps:
      - IN: ci-server`},"shippable.jobs.yml jobs.allowPublicAccess":{file:"shippable.jobs.yml",before:"allowPublicAccess: word"},"shippable.jobs.yml jobs.always":{file:"shippable.jobs.yml",before:`always:
  - script: echo always`,target:".github/workflows/assembly-line-1-build.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: 1-build
      pin: \${{ inputs.pin }}
  - name: first
    shell: bash --noprofile --norc {0}`},"shippable.jobs.yml jobs.bump":{file:"shippable.yml",before:"bump: minro",target:".github/workflows/assembly-line-oddly.yml",after:`run: |
  # The greater of the last version and the incoming one.
  last=$(shipctl greatest_version "\${JOB_PREVIOUS_VERSIONNAME:-}" "\${API_VER_VERSIONNAME:-}")
  next=$(shipctl bump_version "\${last:-0.0.0}" minor)
  shipctl post_resource_state "$JOB_NAME" versionName "$next"
  echo "$next"`},"shippable.jobs.yml jobs.dependencyMode":{file:"shippable.jobs.yml",before:"dependencyMode: word"},"shippable.jobs.yml jobs.flags":{file:"shippable.yml",before:"flags: [beta, web]",target:".github/assembly-line/web-manifest/task-definition.yml",after:`family: web
containerDefinitions:
  - name: web
    image: acme/web:1
    essential: true
    memory: 200
    cpu: '0x10'
    privileged: false`},"shippable.jobs.yml jobs.integrations":{file:"shippable.yml",before:"integrations: [team-kv]",target:".github/workflows/assembly-line-build.yml",after:"- name: team-kv"},"shippable.jobs.yml jobs.maxWaitTime":{file:"shippable.yml",before:"maxWaitTime: 900",target:".github/workflows/assembly-line-api_test.yml",after:"wait-for-minutes: 15"},"shippable.jobs.yml jobs.method":{file:"shippable.yml",before:"method: upgrade",target:".github/workflows/assembly-line-api_test.yml",after:"- name: Deploy api_prod (upgrade)"},"shippable.jobs.yml jobs.name":{file:"shippable.jobs.yml",before:`jobs:
  - name: build`,target:".github/workflows/assembly-line-build.yml",after:"name: build"},"shippable.jobs.yml jobs.notify":{file:"shippable.yml",before:`notify:
  - on_success: team_slack`,target:".github/workflows/assembly-line-build.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: ship
      type: release
      in: |
        - name: build`},"shippable.jobs.yml jobs.on_cancel":{file:"shippable.yml",before:"NOTIFY: team_slack",target:".github/workflows/assembly-line-build.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: build
      in: |
        - name: team_slack
          type: notification`},"shippable.jobs.yml jobs.on_failure":{file:"shippable.jobs.yml",before:"script: [echo failed]",target:".github/workflows/assembly-line-1-build.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: 1-build
      pin: \${{ inputs.pin }}
  - name: first
    shell: bash --noprofile --norc {0}`},"shippable.jobs.yml jobs.on_start":{file:"shippable.yml",before:`on_start:
  - NOTIFY: team_slack`,target:".github/workflows/assembly-line-build.yml",after:"run: shipctl notify team_slack"},"shippable.jobs.yml jobs.on_success":{file:"shippable.jobs.yml",before:"script: echo done",target:".github/workflows/assembly-line-1-build.yml",after:"echo done"},"shippable.jobs.yml jobs.priority":{file:"shippable.jobs.yml",before:"priority: word"},"shippable.jobs.yml jobs.runtime":{file:"shippable.jobs.yml",before:"runtime: word"},"shippable.jobs.yml jobs.runtime.container":{file:"shippable.yml",before:"runtime: {nodePool: w2k16_cache, container: false}",target:".github/workflows/assembly-line-on-windows.yml",after:`on-windows:
  name: on-windows
  if: inputs.start == 'on-windows'
  runs-on: windows-latest
  timeout-minutes: 60
  concurrency:
    group: line-on-windows
  permissions:`},"shippable.jobs.yml jobs.runtime.nodePool":{file:"shippable.yml",before:"nodePool: big",target:".github/workflows/assembly-line-publish.yml",after:`publish:
  name: publish
  if: github.event_name == 'push' || inputs.start == '(as a push)' || inputs.start == 'publish'
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  concurrency:
    group: line-publish
  permissions:`},"shippable.jobs.yml jobs.runtime.timeoutMinutes":{file:"shippable.jobs.yml",before:"timeoutMinutes: word"},"shippable.jobs.yml jobs.stabilityDuration":{file:"shippable.yml",before:"stabilityDuration: 20",target:".github/workflows/assembly-line-look.yml",after:"- name: Deploy to-ecs-back (upgrade, stable for 20 s, parallel)"},"shippable.jobs.yml jobs.steps":{file:"shippable.yml",before:"- INN: img"},"shippable.jobs.yml jobs.steps.GET":{file:"shippable.jobs.yml",before:"GET: word"},"shippable.jobs.yml jobs.steps.IN":{file:"shippable.jobs.yml",before:`steps:
  - IN: repo`,target:".github/workflows/assembly-line-build.yml",after:"- name: repo"},"shippable.jobs.yml jobs.steps.OUT":{file:"shippable.jobs.yml",before:"- OUT: itself",target:".github/workflows/assembly-line-itself.yml",after:"- name: itself"},"shippable.jobs.yml jobs.steps.TASK":{file:"shippable.yml",before:"- TASK: managed"},"shippable.jobs.yml jobs.steps.TASK.name":{file:"shippable.jobs.yml",before:"name: first",target:".github/workflows/assembly-line-1-build.yml",after:"- name: first"},"shippable.jobs.yml jobs.steps.TASK.runtime":{file:"shippable.jobs.yml",before:"runtime: word"},"shippable.jobs.yml jobs.steps.TASK.runtime.container":{file:"shippable.jobs.yml",before:"container: word"},"shippable.jobs.yml jobs.steps.TASK.runtime.options":{file:"shippable.jobs.yml",before:"options: word"},"shippable.jobs.yml jobs.steps.TASK.runtime.options.env":{file:"shippable.jobs.yml",before:`env:
  - MODE: fast`,target:".github/workflows/assembly-line-1-build.yml",after:"MODE: fast"},"shippable.jobs.yml jobs.steps.TASK.runtime.options.imageName":{file:"shippable.yml",before:"imageName: acme/builder",target:".github/workflows/assembly-line-publish.yml",after:"image_name: acme/builder"},"shippable.jobs.yml jobs.steps.TASK.runtime.options.imageTag":{file:"shippable.yml",before:'imageTag: "2"',target:".github/workflows/assembly-line-publish.yml",after:"image_tag: '2'"},"shippable.jobs.yml jobs.steps.TASK.runtime.options.options":{file:"shippable.yml",before:'options: "--memory=2g"',target:".github/workflows/assembly-line-publish.yml",after:"options: --memory=2g"},"shippable.jobs.yml jobs.steps.TASK.runtime.options.pull":{file:"shippable.jobs.yml",before:"pull: word"},"shippable.jobs.yml jobs.steps.TASK.script":{file:"shippable.jobs.yml",before:`- TASK:
    - script: make`,target:".github/workflows/assembly-line-build.yml",after:"make"},"shippable.jobs.yml jobs.steps.applyTo":{file:"shippable.yml",before:"applyTo: [api_img]",target:".github/workflows/assembly-line-api_test.yml",after:"- api_img"},"shippable.jobs.yml jobs.steps.bump":{file:"shippable.yml",before:"bump: patch",target:".github/workflows/assembly-line-api_test.yml",after:'next=$(shipctl bump_version "${last:-0.0.0}" patch)'},"shippable.jobs.yml jobs.steps.dependencyMode":{file:"shippable.jobs.yml",before:"dependencyMode: word"},"shippable.jobs.yml jobs.steps.deployMethod":{file:"shippable.yml",before:"deployMethod: replace",target:".github/workflows/assembly-line-api_test.yml",after:"- name: Deploy api_man (replace)"},"shippable.jobs.yml jobs.steps.deployName":{file:"shippable.yml",before:"deployName: Front_Door",target:".github/workflows/assembly-line-look.yml",after:"deployName: Front_Door"},"shippable.jobs.yml jobs.steps.force":{file:"shippable.yml",before:"force: true",target:".github/workflows/assembly-line-api_test.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: api_prod
      type: deploy
      in: |
        - name: api_release`},"shippable.jobs.yml jobs.steps.on_failure":{file:"shippable.jobs.yml",before:"on_failure: true",target:".github/workflows/assembly-line-provision.yml",after:"on_failure: true"},"shippable.jobs.yml jobs.steps.overwrite":{file:"shippable.jobs.yml",before:"overwrite: true",target:".github/workflows/assembly-line-provision.yml",after:"on_failure: true"},"shippable.jobs.yml jobs.steps.pull":{file:"shippable.jobs.yml",before:"pull: word"},"shippable.jobs.yml jobs.steps.replicate":{file:"shippable.jobs.yml",before:"replicate: word"},"shippable.jobs.yml jobs.steps.replicateOnPullRequest":{file:"shippable.jobs.yml",before:"replicateOnPullRequest: word"},"shippable.jobs.yml jobs.steps.scopes":{file:"shippable.yml",before:"scopes: [gke]",target:".github/workflows/assembly-line-look.yml",after:`steps:
  - name: Resources of the job
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: look
      in: |
        - name: gke_cli
          type: cliConfig`},"shippable.jobs.yml jobs.steps.showBuildStatus":{file:"shippable.jobs.yml",before:"showBuildStatus: word"},"shippable.jobs.yml jobs.steps.switch":{file:"shippable.jobs.yml",before:"switch: off",target:".github/workflows/assembly-line-provision.yml",after:`in: |
  - name: provision
    type: runSh
    job: true
    step:
      switch: false
  - name: net_tf
    type: state`},"shippable.jobs.yml jobs.steps.trigger":{file:"shippable.jobs.yml",before:"trigger: word"},"shippable.jobs.yml jobs.steps.versionName":{file:"shippable.yml",before:'versionName: "1"',target:".github/assembly-line/alone/manifest.yml",after:`containers:
  - name: web
    image: acme/web:1
replicas: 3`},"shippable.jobs.yml jobs.steps.versionNumber":{file:"shippable.yml",before:"versionNumber: 3",target:".github/workflows/assembly-line-build.yml",after:`in: |
  - name: src
    type: gitRepo
    integration: gh
    versionTemplate:
      sourceName: acme/app
      branch: master
  - name: app-img`},"shippable.jobs.yml jobs.steps.vote":{file:"shippable.jobs.yml",before:"vote: word"},"shippable.jobs.yml jobs.triggerMode":{file:"shippable.jobs.yml",before:"triggerMode: word"},"shippable.jobs.yml jobs.type":{file:"shippable.jobs.yml",before:"type: runSh",target:".github/workflows/assembly-line-build.yml",after:`- name: Resources of the job
  id: start
  uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
  with:
    job: build
    in: |
      - name: repo
        type: gitRepo`},"shippable.jobs.yml jobs.workflow":{file:"shippable.yml",before:"workflow: serial",target:".github/workflows/assembly-line-look.yml",after:"- name: Deploy to-kube-back (serial)"},"shippable.jobs.yml resources":{file:"shippable.yml",before:`resources:
  - {name: ci-server, type: externalCIServer, integration: ci}`},"shippable.jobs.yml resources.flags":{file:"shippable.jobs.yml",before:"flags: word"},"shippable.jobs.yml resources.integration":{file:"shippable.resources.yml",before:"integration: gh",target:".github/workflows/assembly-line-build.yml",after:"integration: gh"},"shippable.jobs.yml resources.integrationName":{file:"shippable.jobs.yml",before:"integrationName: word"},"shippable.jobs.yml resources.name":{file:"shippable.resources.yml",before:`resources:
  - name: repo`,target:".github/workflows/assembly-line-build.yml",after:"- name: repo"},"shippable.jobs.yml resources.pointer":{file:"shippable.yml",before:'recipients: ["#builds"]',target:".github/workflows/assembly-line-build.yml",after:"- '#builds'"},"shippable.jobs.yml resources.seed":{file:"shippable.yml",before:'seed: {versionName: "1"}',target:".github/workflows/assembly-line-use.yml",after:`with:
  job: use
  in: |
    - name: conf
      type: params
      version:
        params:
          PLAIN: 'yes'`},"shippable.jobs.yml resources.source":{file:"shippable.jobs.yml",before:"source: word"},"shippable.jobs.yml resources.type":{file:"shippable.resources.yml",before:"type: gitRepo",target:".github/workflows/assembly-line-build.yml",after:"type: gitRepo"},"shippable.jobs.yml resources.version":{file:"shippable.yml",before:"PLAIN: yes",target:".github/workflows/assembly-line-use.yml",after:"PLAIN: 'yes'"},"shippable.jobs.yml resources.versionTemplate":{file:"shippable.resources.yml",before:"versionTemplate: {sourceName: acme/app, branch: master}",target:".github/workflows/assembly-line-build.yml",after:`steps:
  - name: Resources of the job
    id: start
    uses: transship/transship/actions/line-start@1111111111111111111111111111111111111111 # v1.0.0
    with:
      job: build
      in: |
        - name: src`},"shippable.jobs.yml triggers":{file:"shippable.jobs.yml",before:"triggers: [{ name: word }]"},"shippable.yml addons":{file:"shippable.yml",before:'firefox: "23.0"',target:".github/workflows/shippable.yml",after:`- name: Install Firefox 23.0
  run: |
    sudo apt-get update -qq && sudo apt-get install -y -qq libgtk2.0-0t64 libdbus-glib-1-2 libxt6t64
    curl -fsSL https://archive.mozilla.org/pub/firefox/releases/23.0/linux-x86_64/en-US/firefox-23.0.tar.bz2 | tar -xj -C "$RUNNER_TEMP"
    echo "$RUNNER_TEMP/firefox" >> "$GITHUB_PATH"`},"shippable.yml after_failure":{file:"shippable.yml",before:"after_failure: word"},"shippable.yml after_script":{file:"shippable.yml",before:`after_script:
  - ./clean.sh`},"shippable.yml after_success":{file:"shippable.yml",before:`after_success:
  - echo done`,target:".github/workflows/shippable.yml",after:"echo done"},"shippable.yml always":{file:"shippable.yml",before:"always: word"},"shippable.yml archive":{file:"shippable.yml",before:"archive: true",target:".github/workflows/shippable.yml",after:"path: shippable/"},"shippable.yml before_install":{file:"shippable.yml",before:`before_install:
  - source ~/.nvm/nvm.sh && nvm install $SHIPPABLE_NODE_VERSION`,target:".github/workflows/shippable.yml",after:`run: |
  source ~/.nvm/nvm.sh --no-use && nvm install $SHIPPABLE_NODE_VERSION
  (exit $?)
  npm install
  npm test`},"shippable.yml before_script":{file:"shippable.yml",before:`before_script:
  - cp config.example config`,target:".github/workflows/shippable.yml",after:"cp config.example config"},"shippable.yml branches":{file:"shippable.yml",before:"branches: { name: word }"},"shippable.yml branches.except":{file:"shippable.yml",before:`except:
  - gh-pages`,target:".github/workflows/shippable.yml",after:`on:
  push:
    branches: ['**', '!gh-pages']
  pull_request:
    branches: ['**', '!gh-pages']`},"shippable.yml branches.only":{file:"shippable.yml",before:"only: [master]",target:".github/workflows/shippable.yml",after:`on:
  push:
    branches: [master]
  pull_request:
    branches: [master]`},"shippable.yml build":{file:"shippable.yml",before:`post_ci:
  - echo done`,target:".github/workflows/shippable.yml",after:"run: echo done"},"shippable.yml build_environment":{file:"shippable.yml",before:"build_environment: word"},"shippable.yml build_image":{file:"shippable.yml",before:"image_name: acme/ci",target:".github/workflows/shippable.yml",after:"image_name: acme/ci"},"shippable.yml bundler_args":{file:"shippable.yml",before:"bundler_args: --without production",target:".github/workflows/shippable.yml",after:"SHIPPABLE_BUNDLER_ARGS: --without production"},"shippable.yml cache":{file:"shippable.yml",before:"cache: pip",target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Restore the cache
    uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0`},"shippable.yml cache_dir_list":{file:"shippable.yml",before:"cache_dir_list:\n  - $SHIPPABLE_BUILD_DIR/${{ 6 }}",target:".github/shippable/resolve-the-folders-of-the-cache.sh",after:`# Generated by transship from shippable.yml; checksum 63ce1e735ee22a.
{
  echo 'paths<<end_of_paths'
  printf '%s\\n' "$SHIPPABLE_BUILD_DIR/\${{ 6 }}"
  printf '%s\\n' "/tmp/\${{ 7 }}"
  echo 'end_of_paths'
} >> "$GITHUB_OUTPUT"`},"shippable.yml ci":{file:"shippable.yml",before:`ci:
  - make`,target:".github/workflows/shippable.yml",after:"run: make"},"shippable.yml commit_container":{file:"shippable.yml",before:"commit_container: acme/shop"},"shippable.yml compiler":{file:"shippable.yml",before:"compiler: clang",target:".github/workflows/shippable.yml",after:`env:
  CC: clang
  CXX: clang++`},"shippable.yml depth":{file:"shippable.yml",before:"depth: 50",target:".github/workflows/shippable.yml",after:"fetch-depth: 50"},"shippable.yml dist":{file:"shippable.yml",before:"dist: trusty"},"shippable.yml env":{file:"shippable.yml",before:`env:
  - DB=pg`,target:".github/workflows/shippable.yml",after:"DB: [pg, lite]"},"shippable.yml externalReferences":{file:"shippable.templates.yml",before:`externalReferences:
  - https://example.org/ci/common.yml`},"shippable.yml gemfile":{file:"shippable.yml",before:`gemfile:
  - Gemfile`,target:".github/workflows/shippable.yml",after:`include:
  - rvm: '2.7'
    gemfile: Gemfile
    env: DB=pg
    allow_failure: false
  - rvm: '2.7'
    gemfile: Gemfile
    env: DB=lite EXTRA="$HOME/x"`},"shippable.yml git":{file:"shippable.yml",before:"submodules: true",target:".github/workflows/shippable.yml",after:"submodules: true"},"shippable.yml gitConfig":{file:"shippable.yml",before:`gitConfig:
  - http.sslVerify false`,target:".github/workflows/shippable.yml",after:"git config --global http.sslVerify false"},"shippable.yml go":{file:"shippable.yml",before:"go: [1.4, 1.10.3, tip]",target:".github/workflows/shippable.yml",after:"- go: '1.4'"},"shippable.yml group":{file:"shippable.yml",before:"group: word"},"shippable.yml install":{file:"shippable.yml",before:`install:
  - pip install -r requirements.txt`,target:".github/workflows/shippable.yml",after:"pip install -r requirements.txt"},"shippable.yml integration":{file:"shippable.yml",before:"integration: { name: word }"},"shippable.yml integrations":{file:"shippable.yml",before:"- integrationName: team",target:".github/workflows/shippable.yml",after:"WEBHOOK_URL: ${{ secrets.TEAM_INTEGRATION_WEBHOOKURL }}"},"shippable.yml integrations.deploy":{file:"shippable.yml",before:`- integrationName: aws
  type: aws
  application_name: web`},"shippable.yml integrations.deploy.application_name":{file:"shippable.yml",before:"application_name: app",target:".github/workflows/shippable.yml",after:'aws elasticbeanstalk create-application-version --application-name app --version-label "$version" --source-bundle "S3Bucket=$bucket,S3Key=$version.zip"'},"shippable.yml integrations.deploy.branches":{file:"shippable.yml",before:"only: [master]",target:".github/workflows/shippable.yml",after:`steps:
  - name: Decide conditions
    id: shippable
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0
    with:
      conditions: 'deploy: { branches: { only: [master] } }'
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1`},"shippable.yml integrations.deploy.bucket_name":{file:"shippable.yml",before:"bucket_name: shop-versions",target:".github/workflows/shippable.yml",after:"bucket=shop-versions"},"shippable.yml integrations.deploy.env_name":{file:"shippable.yml",before:"env_name: staging",target:".github/workflows/shippable.yml",after:'aws elasticbeanstalk update-environment --environment-name staging --version-label "$version"'},"shippable.yml integrations.deploy.image_name":{file:"shippable.yml",before:"image_name: acme/shop",target:".github/workflows/shippable.yml",after:'sed -i "s|<IMAGE_NAME>|acme/shop|" Dockerrun.aws.json'},"shippable.yml integrations.deploy.image_tag":{file:"shippable.yml",before:"image_tag: $BRANCH.$BUILD_NUMBER",target:".github/workflows/shippable.yml",after:'sed -i "s|<TAG>|$BRANCH.$BUILD_NUMBER|" Dockerrun.aws.json'},"shippable.yml integrations.deploy.integrationName":{file:"shippable.yml",before:`deploy:
  - integrationName: aws`,target:".github/workflows/shippable.yml",after:`env:
  AWS_ACCESS_KEY_ID: \${{ secrets.AWS_INTEGRATION_ACCESSKEY }}
  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_INTEGRATION_SECRETKEY }}
  AWS_DEFAULT_REGION: us-east-1`},"shippable.yml integrations.deploy.platform":{file:"shippable.yml",before:'platform: "Docker 1.6.2"'},"shippable.yml integrations.deploy.region":{file:"shippable.yml",before:"region: us-east-1",target:".github/workflows/shippable.yml",after:"AWS_DEFAULT_REGION: us-east-1"},"shippable.yml integrations.deploy.target":{file:"shippable.yml",before:"target: eb_docker",target:".github/workflows/shippable.yml",after:"- name: Deploy to Elastic Beanstalk"},"shippable.yml integrations.deploy.type":{file:"shippable.yml",before:"type: aws",target:".github/workflows/shippable.yml",after:"- name: Deploy to Elastic Beanstalk"},"shippable.yml integrations.generic":{file:"shippable.yml",before:"generic: [{ name: word }]"},"shippable.yml integrations.generic.integrationName":{file:"shippable.yml",before:`generic:
  - integrationName: deploy keys`},"shippable.yml integrations.generic.type":{file:"shippable.yml",before:"type: word"},"shippable.yml integrations.hub":{file:"shippable.yml",before:"recipients: '#builds'",target:".github/workflows/shippable.yml",after:"for channel in '#builds'; do"},"shippable.yml integrations.hub.agent_only":{file:"shippable.yml",before:"agent_only: Off",target:".github/workflows/shippable.yml",after:`integrations: |
  - integrationName: hub
    type: docker
    agent_only: false`},"shippable.yml integrations.hub.branches":{file:"shippable.yml",before:`only:
  - v1.*`,target:".github/workflows/shippable.yml",after:"- v1.*"},"shippable.yml integrations.hub.integrationName":{file:"shippable.yml",before:`hub:
  - integrationName: registry`,target:".github/workflows/shippable.yml",after:"- integrationName: registry"},"shippable.yml integrations.hub.region":{file:"shippable.yml",before:"region: word"},"shippable.yml integrations.hub.type":{file:"shippable.yml",before:`hub:
  - type: docker`,target:".github/workflows/shippable.yml",after:"- integrationName: docker"},"shippable.yml integrations.key":{file:"shippable.yml",before:`key:
  - type: ssh-key`},"shippable.yml integrations.key.integrationName":{file:"shippable.yml",before:`key:
  - integrationName: deploy-key.one`,target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Load the key deploy-key.one
    if: (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'`},"shippable.yml integrations.key.type":{file:"shippable.yml",before:"type: ssh-key",target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Load the key deploy-key.one
    if: (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'`},"shippable.yml integrations.keys":{file:"shippable.yml",before:"keys: [{ name: word }]"},"shippable.yml integrations.notifications":{file:"shippable.yml",before:`- integrationName: chat
  type: hipchat
  recipients: "#room"`},"shippable.yml integrations.notifications.branches":{file:"shippable.yml",before:"only: [master, release/*]",target:".github/workflows/shippable.yml",after:`steps:
  - name: Decide conditions
    id: shippable
    uses: transship/transship/actions/prepare@1111111111111111111111111111111111111111 # v1.0.0
    with:
      conditions: 'slack: { branches: { only: [master, release/*] } }'
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1`},"shippable.yml integrations.notifications.integrationName":{file:"shippable.yml",before:`notifications:
  - integrationName: hook`,target:".github/workflows/shippable.yml",after:"WEBHOOK_URL: ${{ secrets.HOOK_INTEGRATION_WEBHOOKURL }}"},"shippable.yml integrations.notifications.on_cancel":{file:"shippable.yml",before:"on_cancel: never",target:".github/workflows/shippable.yml",after:"if: failure() && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'"},"shippable.yml integrations.notifications.on_failure":{file:"shippable.yml",before:"on_failure: change",target:".github/workflows/shippable.yml",after:`- name: Tell Slack
  if: failure() && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'
  continue-on-error: true
  env:
    WEBHOOK_URL: \${{ secrets.TEAMSLACK_INTEGRATION_WEBHOOKURL }}
    STATUS: \${{ job.status }}
    GH_TOKEN: \${{ github.token }}
    RUN_URL: \${{ github.server_url }}/\${{ github.repository }}/actions/runs/\${{ github.run_id }}`},"shippable.yml integrations.notifications.on_pull_request":{file:"shippable.yml",before:"on_pull_request: never",target:".github/workflows/shippable.yml",after:`if: contains(steps.shippable.outputs.holds, '"slack"') && github.event_name != 'pull_request' && always() && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'`},"shippable.yml integrations.notifications.on_start":{file:"shippable.yml",before:"on_start: always",target:".github/workflows/shippable.yml",after:`if: "!cancelled() && strategy.job-index == 0 && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'"`},"shippable.yml integrations.notifications.on_success":{file:"shippable.yml",before:"on_success: never",target:".github/workflows/shippable.yml",after:"if: failure() && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'"},"shippable.yml integrations.notifications.payload":{file:"shippable.yml",before:`payload:
  - app=$APP`,target:".github/workflows/shippable.yml",after:`run: |
  jq -n --arg status "$STATUS" --arg url "$RUN_URL" --arg 'app' "$APP" --arg 'build' "$BUILD_NUMBER" '$ARGS.named' | curl -fsS --retry 3 -X POST -H 'Content-Type: application/json' --data @- --config <(printf 'url = "%s"\\n' "$WEBHOOK_URL")`},"shippable.yml integrations.notifications.recipients":{file:"shippable.yml",before:'recipients: "#builds"',target:".github/workflows/shippable.yml",after:"for channel in '#builds'; do"},"shippable.yml integrations.notifications.sendConsoleLogs":{file:"shippable.yml",before:"sendConsoleLogs: word"},"shippable.yml integrations.notifications.sendCoverageReports":{file:"shippable.yml",before:"sendCoverageReports: word"},"shippable.yml integrations.notifications.sendFailingSnippet":{file:"shippable.yml",before:"sendFailingSnippet: word"},"shippable.yml integrations.notifications.type":{file:"shippable.yml",before:"type: webhook",target:".github/workflows/shippable.yml",after:"WEBHOOK_URL: ${{ secrets.HOOK_INTEGRATION_WEBHOOKURL }}"},"shippable.yml jdk":{file:"shippable.yml",before:"jdk: openjdk8",target:".github/workflows/shippable.yml",after:"java-version: '8'"},"shippable.yml jobs":{file:"shippable.yml",before:`jobs:
  - name: deploy`,target:".github/workflows/assembly-line-deploy.yml",after:"name: deploy"},"shippable.yml language":{file:"shippable.yml",before:"language: java",target:".github/workflows/shippable.yml",after:`ci:
  name: CI
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  permissions:
    contents: read
  steps:
    - name: Check out the repository`},"shippable.yml lein":{file:"shippable.yml",before:"lein: lein2",target:".github/workflows/shippable.yml",after:"lein: '2.8.1'"},"shippable.yml matrix":{file:"shippable.yml",before:`exclude:
  - node_js: 18`,target:".github/workflows/shippable.yml",after:`ci:
  name: CI
  runs-on: ubuntu-24.04
  timeout-minutes: 60
  permissions:
    contents: read
  steps:
    - name: Check out the repository`},"shippable.yml node_js":{file:"shippable.yml",before:'node_js: "20"',target:".github/workflows/shippable.yml",after:"node-version: '20'"},"shippable.yml notifications":{file:"shippable.yml",before:"notifications: { name: word }"},"shippable.yml notifications.email":{file:"shippable.yml",before:`notifications:
  - email: false`},"shippable.yml on_failure":{file:"shippable.yml",before:`on_failure:
  - ./report.sh`,target:".github/workflows/shippable.yml",after:"./report.sh"},"shippable.yml on_success":{file:"shippable.yml",before:`on_success:
  - ./announce.sh`,target:".github/workflows/shippable.yml",after:"./announce.sh"},"shippable.yml os":{file:"shippable.yml",before:"os: [linux, osx]"},"shippable.yml php":{file:"shippable.yml",before:"php: 7.1",target:".github/workflows/shippable.yml",after:"php-version: '7.1'"},"shippable.yml post_ci":{file:"shippable.yml",before:"post_ci: word"},"shippable.yml pre_ci":{file:"shippable.yml",before:`pre_ci:
  - ./setup.sh`,target:".github/workflows/shippable.yml",after:"run: ./setup.sh"},"shippable.yml pre_ci_boot":{file:"shippable.yml",before:"image_name: registry.example/${{ secrets.X }}/ci",target:".github/workflows/shippable.yml",after:"image_name: registry.example/${{ '${{' }} secrets.X }}/ci"},"shippable.yml privileged":{file:"shippable.yml",before:"privileged: word"},"shippable.yml push":{file:"shippable.yml",before:"push: word"},"shippable.yml python":{file:"shippable.yml",before:'python: "3.12"',target:".github/workflows/shippable.yml",after:"python-version: '3.12'"},"shippable.yml reset_minion":{file:"shippable.yml",before:"reset_minion: word"},"shippable.yml resources":{file:"shippable.yml",before:`resources:
  - name: nightly`,target:".github/workflows/shippable.yml",after:"- name: nightly"},"shippable.yml runtime":{file:"shippable.yml",before:"runtime: { name: word }"},"shippable.yml runtime.build":{file:"shippable.yml",before:"build: { name: word }"},"shippable.yml runtime.build.advancedReporting":{file:"shippable.yml",before:"advancedReporting: word"},"shippable.yml runtime.build.always":{file:"shippable.yml",before:"always: word"},"shippable.yml runtime.build.cache":{file:"shippable.yml",before:"cache: true",target:".github/workflows/shippable.yml",after:`- name: Restore the cache
  uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
  with:
    path: C:/deps
    key: shippable-\${{ github.run_id }}-\${{ github.run_attempt }}-\${{ strategy.job-index }}
    restore-keys: shippable-`},"shippable.yml runtime.build.cache_dir_list":{file:"shippable.yml",before:`cache_dir_list:
  - C:/deps`,target:".github/workflows/shippable.yml",after:`steps:
  - name: Check out the repository
    uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
    with:
      fetch-depth: 0
      persist-credentials: false
  - name: Restore the cache
    uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0`},"shippable.yml runtime.build.ci":{file:"shippable.yml",before:`ci:
  - make arm`,target:".github/workflows/shippable.yml",after:"run: make arm"},"shippable.yml runtime.build.on_failure":{file:"shippable.yml",before:`on_failure:
  - ./tell windows`,target:".github/workflows/shippable.yml",after:"./tell windows"},"shippable.yml runtime.build.on_success":{file:"shippable.yml",before:"on_success: word"},"shippable.yml runtime.build.post_ci":{file:"shippable.yml",before:"post_ci: word"},"shippable.yml runtime.build.pre_ci":{file:"shippable.yml",before:"pre_ci: word"},"shippable.yml runtime.build.pre_ci_boot":{file:"shippable.yml",before:"pre_ci_boot: { name: word }"},"shippable.yml runtime.build.pre_ci_boot.env":{file:"shippable.yml",before:"env: word"},"shippable.yml runtime.build.pre_ci_boot.image_name":{file:"shippable.yml",before:"image_name: word",target:".github/workflows/shippable.yml",after:"image_name: word"},"shippable.yml runtime.build.pre_ci_boot.image_tag":{file:"shippable.yml",before:"image_tag: word"},"shippable.yml runtime.build.pre_ci_boot.options":{file:"shippable.yml",before:"options: word"},"shippable.yml runtime.build.pre_ci_boot.pull":{file:"shippable.yml",before:"pull: true"},"shippable.yml runtime.build.push":{file:"shippable.yml",before:`push:
  - ./push`,target:".github/workflows/shippable.yml",after:"run: ./push"},"shippable.yml runtime.nodePool":{file:"shippable.yml",before:`runtime:
  - nodePool: small`,target:".github/workflows/shippable.yml",after:"name: CI on small"},"shippable.yml rvm":{file:"shippable.yml",before:"rvm: 2.2",target:".github/workflows/shippable.yml",after:"ruby-version: '2.2'"},"shippable.yml scala":{file:"shippable.yml",before:"scala: [2.10.4]",target:".github/workflows/shippable.yml",after:`include:
  - scala: '2.10.4'
    jdk: openjdk7
    java: '7'
    distribution: zulu
  - scala: '2.10.4'
    jdk: openjdk8
    java: '8'`},"shippable.yml script":{file:"shippable.yml",before:`script:
  - npm test`,target:".github/workflows/shippable.yml",after:"npm test"},"shippable.yml services":{file:"shippable.yml",before:"services: [mysql]",target:".github/workflows/shippable.yml",after:`- name: Start MySQL
  run: |
    docker rm -f shippable-mysql > /dev/null 2>&1 || :
    sudo install -d -m 777 /var/run/mysqld
    docker run -d --name shippable-mysql --network host -v /var/run/mysqld:/var/run/mysqld -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql:5.7 --skip-name-resolve=OFF
    timeout 120 sh -c 'until docker exec shippable-mysql mysqladmin ping -h 127.0.0.1 --silent; do sleep 1; done'`},"shippable.yml sudo":{file:"shippable.yml",before:"sudo: required"},"shippable.yml triggers":{file:"shippable.yml",before:"triggers: [{ name: word }]"},"shippable.yml vote":{file:"shippable.yml",before:"vote: word"},"single-version-with-include":{file:"shippable.yml",before:'python: ["3.11"]',target:".github/workflows/shippable.yml",after:"python: '3.11'"},"ssh-without-key":{file:"shippable.yml",before:`ci:
  - git clone git@github.com:example/other.git`,target:".github/workflows/shippable.yml",after:"git clone git@github.com:example/other.git"},"step-never-runs":{file:"codeship-steps.yml",before:`- service: web
  command: ./never
  tag: master
  exclude: .*$`},"step-not-in-job":{file:"codeship-steps.yml",before:"tag: develop",target:".github/workflows/codeship.yml",after:"if: github.ref_name == 'develop'"},"steps-after-approval":{file:"codeship-steps.yml",before:`- service: web
  command: ./after`},"tag-in-image-name":{file:"codeship-steps.yml",before:"image_name: acme/app:v1",target:".github/workflows/codeship.yml",after:`with:
  image: \${{ steps.build-app.outputs.image-app }}
  image_name: acme/app
  image_tag: v1`},"tags-filtered-out":{file:"shippable.yml",before:"only: [master]",target:".github/workflows/shippable.yml",after:`on:
  push:
    branches: [master]
  pull_request:
    branches: [master]`},"too-many-values":{file:"codeship-steps.yml",before:`service: removed
command: ./old`},"unavailable-variable":{file:"shippable.yml",before:"- echo $SHIPPABLE_AMI_VERSION",target:".github/workflows/shippable.yml",after:"echo $SHIPPABLE_AMI_VERSION"},"unknown-integration-type":{file:"shippable.yml",before:"type: harbor",target:".github/workflows/shippable.yml",after:"type: harbor"},"unknown-key":{file:"shippable.yml",before:`ci:
  - make
on_failure:
  - cat log`},"unknown-language":{file:"shippable.yml",before:"language: cobol"},"unknown-program":{file:"shippable.yml",before:`- |
  one
  two`,target:".github/workflows/shippable.yml",after:`one
two`},"unknown-service":{file:"shippable.yml",before:`services:
  - oracle`},"unlisted-service":{file:"shippable.yml",before:`before_script:
  - mysql -e 'create database test'`,target:".github/workflows/shippable.yml",after:"mysql -e 'create database test'"},"unresolved-alias":{file:"shippable.yml",before:"ci: *commands"},"unused-key":{file:"codeship-services.yml",before:"add_docker: true"},"unused-language":{file:"shippable.yml",before:"python: 3.4"},"unused-template":{file:"shippable.templates.yml",before:`externalReferences:
  - https://example.org/ci/common.yml
setup: &setup_steps
  - ./scripts/tools.sh
  - ./scripts/login.sh`},"variable-differs":{file:"codeship-steps.yml",before:"- service: web"},"variable-in-tag":{file:"codeship-steps.yml",before:"image_tag: build-$CI_COMMIT_ID",target:".github/workflows/codeship.yml",after:"image_tag: build-$CI_COMMIT_ID"},"vendor-image":{file:"shippable.yml",before:"image_name: drydock/u16pytall"},"vendor-path":{file:"shippable.yml",before:"- /home/shippable/appliance/shippable_report.sh"},"version-manager":{file:"shippable.yml",before:`ci:
  - phpenv global 7.2`,target:".github/workflows/shippable.yml",after:"phpenv global 7.2"},"version-on-own-image":{file:"shippable.yml",before:"node_js: 20"},"version-switch":{file:"shippable.yml",before:`ci:
  - gvm use go1.11`},"visible-argument":{file:"backend/codeship-services.yml",before:"encrypted_args_file: args.encrypted",target:".github/workflows/codeship-backend.yml",after:"encrypted-args-file: backend/args.encrypted"},"volume-lifetime":{file:"codeship-services.yml",before:`volumes:
  - /data`,target:"compose.codeship.yml",after:"volumes: [data-data:/data, ./tmp:/artifacts]"},"volume-variable":{file:"codeship-services.yml",before:"- ./keys:$HOME/.ssh",target:"compose.codeship.yml",after:"volumes: [../shared:/shared, ./keys:/root/.ssh, .:/app, /tmp/store:/store, /root/cache]"},"widened-glob":{file:"shippable.yml",before:"- feature/*",target:".github/workflows/shippable.yml",after:`on:
  push:
    branches: [master, feature/**, '!feature/old-**']
  pull_request:
    branches: [master, feature/**, '!feature/old-**']`},"word-argument":{file:"codeship-services.yml",before:"SWITCH: on",target:"compose.codeship.yml",after:"SWITCH: 'true'"},"wrong-type":{file:"shippable.yml",before:"depth: 010"},"yaml-syntax":{file:"shippable.yml",before:"	ci:"}}})};
