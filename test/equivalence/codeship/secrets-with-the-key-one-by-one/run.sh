#!/bin/sh
echo "> ${#FIRST_TOKEN} ${#SECOND_TOKEN} ${#INLINE_TOKEN} $MODE $(cat /length)"
printf "> %s\n" "$SECOND_TOKEN" | tr -d abc
