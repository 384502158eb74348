#!/usr/bin/env node
// The account that docker would use for the registry.
const folder = process.env.DOCKER_CONFIG || `${process.env.HOME}/.docker`;
const { auths } = JSON.parse(require('node:fs').readFileSync(`${folder}/config.json`, 'utf8'));
const { auth } = auths['registry.equivalence.test'];
console.log(Buffer.from(auth, 'base64').toString().split(':')[0]);
