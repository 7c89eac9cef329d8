#version 300 es
// A few points to be counted: their colour, and whether a person is there.
precision mediump float;
uniform sampler2D picture;
uniform sampler2D person;
uniform float level;
in vec2 at;
out vec4 colour;

void main() {
  colour = vec4(textureLod(picture, at, level).rgb, texture(person, at).r);
}
