#!/bin/bash
sudo apt-get install -y netcat
