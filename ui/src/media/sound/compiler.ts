// Compiles RNNoise, and ends.

import wasm from '@jitsi/rnnoise-wasm/dist/rnnoise.wasm?url'

import { compile } from '../wasm/compile'

void compile(wasm)
