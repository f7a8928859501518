#!/usr/bin/env bash
# Checks our scorer against others, runs other tools on the gold, scores them with `attache evaluate` and writes
# Evaluation/record/peers.md. ATTACHE is the binary to use (a full path, or one from the root of the repository), else
# .build/release/attache; PYTHON the interpreter, else python3. Arguments go to compare.py, for instance --seconds 0.2
# for a quick look.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export ATTACHE=${ATTACHE:-.build/release/attache} PYTHONDONTWRITEBYTECODE=1
command -v "$ATTACHE" >/dev/null || {
  echo "no $ATTACHE; build it with 'swift build -c release --product attache' or set ATTACHE" >&2
  exit 66
}

environment=.build/peers
[ -x "$environment/bin/python" ] || "${PYTHON:-python3}" -m venv "$environment"
python=$environment/bin/python
while IFS=$'\t' read -r package option; do
  case $package in '#'* | '') continue ;; esac
  "$python" -m pip install --quiet --disable-pip-version-check ${option:+--$option} "$package" ||
    echo "left out: $package can't be installed here" >&2
done <Evaluation/peers/requirements.txt

"$python" Evaluation/peers/crosscheck.py
"$python" Evaluation/peers/compare.py "$@"
