#version 300 es
// How much each pixel differs from the empty room.
precision mediump float;
uniform sampler2D picture;
uniform sampler2D room;
uniform vec3 light;
in vec2 at;
out vec4 colour;

const vec3 LUMA = vec3(0.2126, 0.7152, 0.0722);

void main() {
  vec3 now = texture(picture, at).rgb;
  vec4 known = texture(room, at);
  vec3 was = min(known.rgb * light, 1.0);
  float brighter = dot(now - was, LUMA);
  // Of colours that are as bright as each other.
  vec3 tint = (now - was) - brighter;
  // A shadow is darker and has the wall's colour; it is no person.
  float shade = brighter < 0.0 && brighter > -0.35 * dot(was, LUMA) ? 0.5 : 1.0;
  float difference = length(vec2(brighter * shade, 2.0 * length(tint)));
  float least = 0.05 + 2.5 * known.a;
  colour = vec4(smoothstep(least, least * 2.2, difference));
}
