#!/bin/bash
set -e
make dist
kubectl apply -f k8s/
