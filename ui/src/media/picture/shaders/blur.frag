#version 300 es
// One direction of a Gaussian blur of all four channels.
precision mediump float;
uniform sampler2D picture;
uniform vec2 stride;
in vec2 at;
out vec4 colour;

void main() {
  vec4 sum = texture(picture, at) * 0.1964825501511404;
  // Between two pixels, so that one look sees both.
  sum += (texture(picture, at + 1.411764705882353 * stride) + texture(picture, at - 1.411764705882353 * stride)) * 0.2969069646728344;
  sum += (texture(picture, at + 3.2941176470588234 * stride) + texture(picture, at - 3.2941176470588234 * stride)) * 0.09447039785044732;
  sum += (texture(picture, at + 5.176470588235294 * stride) + texture(picture, at - 5.176470588235294 * stride)) * 0.010381362401148057;
  colour = sum;
}
