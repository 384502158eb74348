#!/bin/bash
set -e
docker run --rm app make test | tee result.txt
