#!/bin/bash
docker tag -f one two
