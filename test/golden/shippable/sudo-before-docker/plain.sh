#!/bin/bash
docker push acme/app:plain
