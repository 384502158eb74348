#!/bin/sh
TARGET=x
curl -H "Authorization: $API_TOKEN" "https://example.test/$TARGET"
