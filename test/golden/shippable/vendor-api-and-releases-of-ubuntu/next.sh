#!/bin/bash
answer=$(curl -s -H "Authorization: apiToken $API_TOKEN" -d '{}' "https://api.shippable.com/projects/$PROJECT/newBuild")
[[ $answer == *runId* ]]
