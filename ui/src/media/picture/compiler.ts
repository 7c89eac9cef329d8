// Compiles TensorFlow Lite, and ends.

import wasm from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url'

import { compile } from '../wasm/compile'

void compile(wasm)
