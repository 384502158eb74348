#!/bin/bash
ssh-agent bash -c 'ssh-add /tmp/ssh/deploykeyone; git push origin --tags'
