#!/bin/sh
docker-compose ps
