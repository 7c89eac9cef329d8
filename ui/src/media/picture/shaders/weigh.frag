#version 300 es
// The room without the person, so that their colours do not bleed into it when it is
// blurred: each pixel counts for as much as it is the room.
precision mediump float;
uniform sampler2D picture;
uniform sampler2D person;
in vec2 at;
out vec4 colour;

void main() {
  float weight = max(1.0 - texture(person, at).r, 0.02);
  colour = vec4(texture(picture, at).rgb * weight, weight);
}
