#!/bin/sh
echo "$HOME/by-command"
