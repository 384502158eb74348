#!/bin/sh
docker build -t acme/ci:latest .
