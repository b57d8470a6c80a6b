#!/usr/bin/env bash
# Builds RuleSample, which has one of each mistake, against the packed package: each finding is printed once, at its place.
# "dotnet format analyzers" then fixes those that it is asked to fix, and without the other mistakes the program builds
# clean and runs. Given a folder with the package, it is used as it is; else it is packed.
set -uo pipefail
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

feed=${1:-}
if [ -z "$feed" ]; then
    feed=$work/packed
    export NUGET_PACKAGES=$work/packages
    dotnet pack "$tests/../src/NetGen" -c Release -p:Version=0.1.0-package-tests -o "$feed" -v q || exit 1
fi

cp -r "$tests/RuleSample" "$work/sample"
cd "$work/sample" || exit 1
echo "<configuration><packageSources><add key=\"packed\" value=\"$feed\" /></packageSources></configuration>" > nuget.config

# A weights file: the length of the header, the header, the values.
safetensors() {
    printf "\\x$(printf %02x ${#2})\0\0\0\0\0\0\0%s$3" "$2" > "Others/$1.safetensors"
}
tensors='"0.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"0.bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}'
zero='\0\0\0\0'
safetensors right "{$tensors}" "$zero$zero$zero$zero"
safetensors nan "{$tensors}" "$zero$zero$zero\0\0\xc0\x7f"
safetensors unused "{$tensors,\"1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}}" "$zero$zero$zero$zero$zero"
echo "no weights" > Others/damaged.safetensors

passed=0
failed=0
# check NAME COMMAND...: the command's success is a test passed.
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
    fi
}

# What the comments in the source say: "file(line,column): warning NETGEN201".
expected() {
    find . -name '*.cs' -not -path './obj/*' -printf '%P\n' | xargs awk '{
        rest = $0
        column = 1
        while (match(rest, "/[*](error|warning) [A-Z]+[0-9]+[*]/")) {
            column += RSTART + RLENGTH - 1
            print FILENAME "(" FNR "," column "): " substr(rest, RSTART + 2, RLENGTH - 4)
            rest = substr(rest, RSTART + RLENGTH)
        }
    }'
    echo "NetGen.targets: warning NETGEN303"
}

# Builds; what was printed before the summary, which repeats it, is in the file "output", and in the same form in "found".
build() {
    dotnet build -tl:off "$@" | sed '/^Build /,$d' > output
    local status=${PIPESTATUS[0]}
    sed -nE "s|^$PWD/||; s|^.*/NetGen.targets\([0-9,]*\)|NetGen.targets|; s/^(.*: (error|warning) [A-Z]+[0-9]+): .*/\1/p" output > found
    return $status
}

check "the build with all mistakes fails" eval '! build'
while read -r finding; do
    check "$finding, once" [ "$(grep -cxF "$finding" found)" = 1 ]
done < <(expected)
check "the build prints nothing else" eval '! grep -vxFf <(expected) found'
[ $failed = 0 ] || cat output

check "the fixes are applied" dotnet format analyzers -v q --no-restore \
    --diagnostics NETGEN001 NETGEN101 NETGEN121 NETGEN201 NETGEN202 NETGEN203 NETGEN403

rm -r Others
if build -warnaserror && [ ! -s found ]; then
    check "the program runs" diff Expected.txt <(dotnet run --no-build)
else
    check "the program without the other mistakes builds clean" false
    cat output Program.cs Networks.cs
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ]
