#version 300 es
// Who is seen, without flicker: what the model is sure of counts at once, and what it
// doubts, as at edges, is mixed with what it was.
precision mediump float;
uniform sampler2D found;
uniform sampler2D before;
in vec2 at;
out vec4 colour;

void main() {
  float now = texture(found, at).r;
  float doubt = 1.0 - smoothstep(0.2, 0.45, abs(now - 0.5));
  colour = vec4(mix(now, texture(before, at).r, 0.6 * doubt));
}
