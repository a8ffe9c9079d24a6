#!/usr/bin/env bash
# Gets the kit that the GitHub Action runs: of npm in version KIT_VERSION, or, without one, built from the Action's own checkout. Says where it is.
set -euo pipefail
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
	echo "::error title=swf-conformance::it needs Node 20.19 or later, and this runner has $(node --version || echo none); put actions/setup-node before it"
	exit 2
fi
if [ -n "${KIT_VERSION:-}" ]; then
	folder=$RUNNER_TEMP/swf-conformance
	npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error -- "swf-conformance@$KIT_VERSION"
	kit=$folder/node_modules/swf-conformance
else
	kit=$(cd "$(dirname "$0")/../.." && pwd)
	cd "$kit"
	if [ ! -e dist/harness/action/run-action.js ]; then
		npm ci --include=dev --no-audit --no-fund --loglevel=error
		npm run --silent build
	fi
fi
printf 'folder=%s\n' "$kit" >>"$GITHUB_OUTPUT"
