#version 300 es
// The picture that is sent.
precision mediump float;
uniform sampler2D picture;
uniform sampler2D person;
uniform sampler2D behind;
uniform vec2 part;
uniform bool hides;
uniform float gamma;
in vec2 at;
out vec4 colour;

void main() {
  // A canvas begins below, a picture above.
  vec2 place = vec2(at.x, 1.0 - at.y);
  vec3 seen = texture(picture, place).rgb;
  if (gamma < 1.0) seen = pow(seen, vec3(gamma));
  if (hides) {
    vec4 room = texture(behind, (place - 0.5) * part + 0.5);
    vec3 cover = room.rgb / max(room.a, 0.004);
    seen = mix(cover, seen, smoothstep(0.35, 0.75, texture(person, place).r));
  }
  colour = vec4(seen, 1.0);
}
