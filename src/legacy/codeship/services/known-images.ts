// What is known of images that cannot be looked into: whether they have a HEALTHCHECK, and which of CodeShip's
// variables they read.

import { defined } from '../../../ground/defined.ts';
import { dockerHub, parseReference } from '../../../image/reference.ts';

/** The images that Docker itself publishes. By their policy none has a HEALTHCHECK, and none knows a CI product. */
const official = new Set(
  `adminer aerospike almalinux alpine alt amazoncorretto amazonlinux arangodb archlinux backdrop bash bonita buildpack-deps
  busybox caddy cassandra centos chronograf cirros clearlinux clefos clojure composer consul convertigo couchbase couchdb
  crate crux dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang
  express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe
  hello-world hitch hola-mundo httpd hylang ibmjava influxdb iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway
  kapacitor kibana known kong lightstreamer logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express
  monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk
  opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python
  r-base rabbitmq rails rakudo-star rapidoid redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust
  sapmachine satosa scratch sentry silverpeas sl solr sonarqube sourcemage spiped spark storm swarm swift swipl teamspeak
  telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap unit varnish vault websphere-liberty wordpress xwiki
  yourls znc zookeeper`.split(/\s+/),
);

/** CodeShip's own images by what they read (codeship.md 5.5); those that read nothing have an empty list. */
const helpers: Readonly<Record<string, readonly string[]>> = {
  'codeship/aws-deployment': ['CI_COMMIT_ID', 'CI_BUILD_ID', 'CI_COMMIT_MESSAGE'],
  'codeship/google-cloud-deployment': [],
  'codeship/azure-deployment': [],
  'codeship/heroku-deployment': [],
  'codeship/ibm-bluemix-deployment': [],
  'codeship/kubectl': [],
  'codeship/eks-kubectl': [],
  'codeship/ssh-helper': [],
  'codeship/env-var-helper': [],
  'codeship/aws-ecr-dockercfg-generator': [],
  'codeship/gcr-dockercfg-generator': [],
  'codeship/azure-dockercfg-generator': [],
  'codeship/ibm-bluemix-dockercfg-generator': [],
  'codeship/heroku-dockercfg-generator': [],
  'codeship/dockercfg-generator': [],
};

export type HealthCheck = 'yes' | 'no' | 'unknown';

export type KnownImage = {
  readonly healthCheck: HealthCheck;
  /** The variables that it reads; undefined where nobody can tell. */
  readonly reads?: readonly string[];
  /** Published by CodeShip, which is gone. */
  readonly fromVendor: boolean;
};

export function knownImage(name: string): KnownImage {
  const parsed = parseReference(name);
  if (!parsed.ok || parsed.value.host !== dockerHub) {
    return { healthCheck: 'unknown', fromVendor: false };
  }
  const { path } = parsed.value;
  const library = /^library\/(.+)$/.exec(path)?.[1];
  if (library !== undefined && official.has(library)) {
    return { healthCheck: 'no', reads: [], fromVendor: false };
  }
  // That is what the organisation is there for (codeship.md 2.5).
  if (path.startsWith('healthcheck/')) return { healthCheck: 'yes', reads: [], fromVendor: false };
  const reads = Object.hasOwn(helpers, path) ? helpers[path] : undefined;
  return {
    healthCheck: reads === undefined ? 'unknown' : 'no',
    fromVendor: path.startsWith('codeship/'),
    ...defined({ reads }),
  };
}

/** Elastic's images lost the tag `latest` in 2018; CodeShip had the newest of that year loaded (codeship.md 7.3). */
export function hasNoLatest(name: string): boolean {
  const parsed = parseReference(name);
  if (!parsed.ok || parsed.value.host !== dockerHub || parsed.value.digest !== undefined)
    return false;
  const { path, tag = 'latest' } = parsed.value;
  return tag === 'latest' && /^library\/(?:elasticsearch|kibana|logstash)$/.test(path);
}

/** A step in this image waits for the earlier builds of its branch, which it asks CodeShip for (codeship.md 5.5). */
export function waitsForBuilds(name: string): boolean {
  const parsed = parseReference(name);
  return (
    parsed.ok && parsed.value.host === dockerHub && parsed.value.path === 'codeship/build-waiter'
  );
}
