#!/bin/bash
[ -n "$PULL_REQUEST" ] && exit 0
helm upgrade web chart
