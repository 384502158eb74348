#!/bin/sh
echo "> $1 with ${#serviceToken} and ${#GITHUB_API_KEY}"
