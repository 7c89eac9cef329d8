#version 300 es
// A smaller picture; each pixel is the mean of those that it stands for.
precision mediump float;
uniform sampler2D picture;
uniform vec2 size;
in vec2 at;
out vec4 colour;

void main() {
  vec3 sum = vec3(0.0);
  for (int y = 0; y < 2; y++) {
    for (int x = 0; x < 2; x++) {
      vec2 offset = (vec2(x, y) - 0.5) * 0.5;
      sum += texture(picture, at + offset / size).rgb;
    }
  }
  colour = vec4(sum / 4.0, 1.0);
}
