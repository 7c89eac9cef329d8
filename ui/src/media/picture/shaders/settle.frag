#version 300 es
// Who is seen, without steps and flicker: a pixel is what those around it are, which
// leaves out specks; what the model is sure of counts at once, and what it doubts, as
// at edges, is mixed with what it was.
precision mediump float;
uniform sampler2D found;
uniform sampler2D before;
uniform vec2 size;
in vec2 at;
out vec4 colour;

void main() {
  float now = 0.0;
  for (int y = 0; y < 2; y++) {
    for (int x = 0; x < 2; x++) {
      now += texture(found, at + (vec2(x, y) - 0.5) * 1.5 / size).r / 4.0;
    }
  }
  float doubt = 1.0 - smoothstep(0.2, 0.45, abs(now - 0.5));
  colour = vec4(mix(now, texture(before, at).r, 0.6 * doubt));
}
