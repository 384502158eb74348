echo "> unit in $CI_BRANCH"
