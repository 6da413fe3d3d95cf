#!/usr/bin/env bash
# Signs a request with the openssl command, step by step as documented, and sends it with curl.
# Usage: sign-with-openssl.sh URL SECRET_ID SECRET_KEY BODY
set -euo pipefail
url=$1 secret_id=$2 secret_key=$3 body=$4

host=${url#http://}
timestamp=$(date +%s)
date=$(date -u -d "@$timestamp" +%Y-%m-%d)
scope=$date/faceid/tc3_request
signed='content-type;host;x-tc-action'

sha256() { openssl dgst -sha256 -hex | sed 's/^.* //'; }
hmac() { openssl dgst -sha256 -hex -mac HMAC -macopt "hexkey:$1" | sed 's/^.* //'; }
hex() { od -An -tx1 | tr -d ' \n'; }

payload_hash=$(printf %s "$body" | sha256)
canonical=$(printf 'POST\n/\n\ncontent-type:application/json\nhost:%s\nx-tc-action:applysdkverificationtoken\n\n%s\n%s' \
  "$host" "$signed" "$payload_hash")
canonical_hash=$(printf %s "$canonical" | sha256)

date_key=$(printf %s "$date" | hmac "$(printf 'TC3%s' "$secret_key" | hex)")
service_key=$(printf faceid | hmac "$date_key")
signing_key=$(printf tc3_request | hmac "$service_key")
signature=$(printf 'TC3-HMAC-SHA256\n%s\n%s\n%s' "$timestamp" "$scope" "$canonical_hash" | hmac "$signing_key")

curl --silent --show-error --noproxy '*' "$url/" \
  -H "Authorization: TC3-HMAC-SHA256 Credential=$secret_id/$scope, SignedHeaders=$signed, Signature=$signature" \
  -H 'Content-Type: application/json' \
  -H 'X-TC-Action: ApplySdkVerificationToken' \
  -H 'X-TC-Version: 2018-03-01' \
  -H 'X-TC-Region: ap-singapore' \
  -H "X-TC-Timestamp: $timestamp" \
  --data-binary "$body"
