#version 300 es
// Who is seen, without holes and flicker: a pixel is what most around it are, and
// changes over a few pictures. People come faster than they go.
precision mediump float;
uniform sampler2D found;
uniform sampler2D before;
in vec2 at;
out vec4 colour;

void main() {
  float now = smoothstep(0.3, 0.6, texture(found, at).r);
  float was = texture(before, at).r;
  colour = vec4(mix(was, now, now > was ? 0.75 : 0.45));
}
