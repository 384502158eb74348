#!/bin/sh
curl -u "$PUBLISH_LOGIN" https://example.test/
