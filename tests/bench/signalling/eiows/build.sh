#!/bin/sh
# Builds eiows as its own installation would, but without a clone of Node's sources.
set -e
if node -e 'require("eiows")' 2>/dev/null; then exit; fi
cd node_modules/eiows
mkdir -p nodejs/src/node/src/crypto
cp ../../eiows/crypto_tls.h nodejs/src/node/src/crypto/
node-gyp rebuild --loglevel=error
