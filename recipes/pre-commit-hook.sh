#!/usr/bin/env bash
# A plain git hook: audits the staged reports as they are staged, whatever the working tree holds.
# Put it in the repository's hooks: cp recipes/pre-commit-hook.sh .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
set -euo pipefail

gouji=${GOUJI:-gouji}
if ! command -v "$gouji" > /dev/null; then
  echo '找不到 gouji：请先 npm install --global gouji@0.1.0 (gouji is not installed)' >&2
  exit 2
fi

root=$(git rev-parse --show-toplevel)
config=--no-config
if [ -f "$root/gouji.config.yaml" ]; then config="--config=$root/gouji.config.yaml"; fi

# Names are parted by NUL throughout: they may hold spaces, quotes and newlines.
shopt -s nocasematch
reports=()
while IFS= read -r -d '' name; do
  case $name in
    reports/*.txt | reports/*.json | reports/*.htm | reports/*.html | reports/*.shtml | reports/*.xhtml | reports/*.doc | reports/*.docx | reports/*.xlsx | reports/*.pdf) reports+=("$name") ;;
  esac
done < <(git diff --cached --name-only --diff-filter=d --no-renames -z)
[ ${#reports[@]} -gt 0 ] || exit 0

staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
printf '%s\0' "${reports[@]}" | git checkout-index -z --stdin --prefix="$staged/"
cd "$staged"
"$gouji" audit "$config" -- "${reports[@]}"
