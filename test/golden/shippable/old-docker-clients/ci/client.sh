#!/bin/sh
wget -q https://download.docker.com/linux/static/stable/x86_64/docker-17.03.0-ce.tgz
