#!/usr/bin/env bash
shippable_retry docker-compose up -d
