#!/bin/bash
kubectl set image deployment/shop shop=$IMAGE:$SHIPPABLE_BUILD_NUMBER
