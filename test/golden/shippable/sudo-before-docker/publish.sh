#!/bin/bash
sudo docker tag acme/app:$BUILD_NUMBER acme/app:latest
sudo docker push acme/app:latest
