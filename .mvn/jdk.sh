# Sourced by ./mvnw, ./run, ./bench and ./ops: sets JAVA_HOME to a JDK of at least 21, or says so and ends.

jdk_version() { # of the JDK in folder $1; nothing where there is none
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
}

find_jdk() {
  local best="" best_version=20 home version
  local on_path; on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  # What the user chose comes first; among the rest the newest wins.
  for home in "${JAVA_HOME:-}" "$on_path"; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home") || continue
    [ "${version:-0}" -ge 21 ] && { echo "$home"; return; }
  done
  for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$home") || continue
    [ "${version:-0}" -gt "$best_version" ] && { best=$home; best_version=$version; }
  done
  [ -n "$best" ] && echo "$best"
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "This project needs a JDK of at least 21: install one, or point JAVA_HOME at it." >&2
  exit 1
fi
export JAVA_HOME
