# What actions/checkout does: all branches and tags with a depth of 0, else only the commit; a branch is checked out
# as a branch, a tag as a tag, everything else detached.
git init -q -b main .
git remote add origin "file://$EQUIVALENCE_ORIGIN"
# Without persisted credentials nobody may push.
[ "$PERSIST" = true ] || git remote set-url --push origin file:///no/credentials

case $REF:$GITHUB_REF in
  :refs/heads/*) name=${GITHUB_REF#refs/heads/} commit=$GITHUB_SHA to=refs/remotes/origin/$name ;;
  :refs/tags/*) name=${GITHUB_REF#refs/tags/} commit=$GITHUB_REF to=$GITHUB_REF ;;
  :refs/pull/*) commit=$GITHUB_SHA to=refs/remotes/${GITHUB_REF#refs/} ;;
  *) commit=$REF to= ;;
esac
if [ "$DEPTH" = 0 ]; then
  git fetch -q origin '+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*'
  [ -z "$to" ] || git fetch -q origin "+$commit:$to"
else
  git fetch -q --no-tags --depth="$DEPTH" origin "+$commit${to:+:$to}"
fi
case $REF:$GITHUB_REF in
  :refs/heads/*) git checkout -q --force -B "$name" "$to" ;;
  :refs/tags/*) git checkout -q --force "$to" ;;
  :refs/pull/*) git checkout -q --force "$to" ;;
  *) git checkout -q --force "$(git rev-parse -q --verify "origin/$REF" || git rev-parse -q --verify "$REF" || echo FETCH_HEAD)" ;;
esac
case $SUBMODULES in
  true) git -c protocol.file.allow=always submodule -q update --init ;;
  recursive) git -c protocol.file.allow=always submodule -q update --init --recursive ;;
esac
