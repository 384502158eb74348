#!/bin/bash
git tag -a "v$1" -m "Release $1"
