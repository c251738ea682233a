import { fieldShader } from './field-shader';

/** One triangle that covers the target. */
export const coverVertex = /* glsl */ `precision highp float;
out vec2 vAt;
void main() {
  vAt = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
  gl_Position = vec4(vAt * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const bodyFragment = /* glsl */ `${fieldShader}
uniform float uRadius;
uniform float uSide;
in vec2 vAt;
out vec4 fragment;
void main() {
  vec2 at = (vAt - 0.5) * uSide / uRadius;
  float away = length(at);
  float cover = clamp((1.0 - away) * uRadius + 0.5, 0.0, 1.0);
  if (cover == 0.0) { fragment = vec4(0.0); return; }
  Light light = lightAt(vec3(at, sqrt(max(0.0, 1.0 - away * away))));
  vec2 core = at - 0.34 * uPole.xy;
  float inner = 0.06 * uDim * uSaturation * exp(-dot(core, core) / 0.3);
  fragment = vec4(cover * (sphereColor(light.energy, 0.17, light.warm) + sphereColor(inner, 1.0, 0.0)), 1.0);
}
`;

/** Half the size, each pixel the mean of four. */
export const halveFragment = /* glsl */ `precision highp float;
uniform sampler2D uFrom;
in vec2 vAt;
out vec4 fragment;
void main() { fragment = texture(uFrom, vAt); }
`;

/** Three boxes laid over each other, in one direction: their joint weights, the middle first. */
export const blurFragment = /* glsl */ `precision highp float;
uniform sampler2D uFrom;
uniform vec2 uStep;
uniform float uWeights[13];
uniform int uReach;
in vec2 vAt;
out vec4 fragment;
void main() {
  vec3 sum = texture(uFrom, vAt).rgb * uWeights[0];
  for (int i = 1; i <= 12; i++) {
    if (i > uReach) break;
    sum += (texture(uFrom, vAt + uStep * float(i)).rgb + texture(uFrom, vAt - uStep * float(i)).rgb) * uWeights[i];
  }
  fragment = vec4(sum, 1.0);
}
`;

/** Light on the page's ground: bloom, tone, the darker body, half a step of noise against bands. */
export const toneFragment = /* glsl */ `precision highp float;
uniform sampler2D uLight;
uniform sampler2D uBloom0;
uniform sampler2D uBloom1;
uniform sampler2D uBloom2;
uniform vec3 uBloom;
uniform float uRadius;
uniform float uSide;
uniform float uTime;
in vec2 vAt;
out vec4 fragment;
const vec3 GROUND = vec3(0.008568, 0.006995, 0.006049);
vec3 toScreen(vec3 light) {
  return mix(light * 12.92, 1.055 * pow(light, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, light));
}
float noise(vec2 at) {
  return fract(sin(dot(at, vec2(12.9898, 78.233)) + uTime) * 43758.5453);
}
void main() {
  float away = length((vAt - 0.5) * uSide / uRadius);
  float inside = clamp((1.0 - away) * uRadius + 0.5, 0.0, 1.0);
  vec3 light = texture(uLight, vAt).rgb + uBloom.x * texture(uBloom0, vAt).rgb
    + uBloom.y * texture(uBloom1, vAt).rgb + uBloom.z * texture(uBloom2, vAt).rgb;
  light *= smoothstep(1.6, 1.35, away);
  vec3 strong = light * 1.62;
  vec3 curved = strong * (0.4 + 0.8 * min(vec3(1.7), strong));
  vec3 value = GROUND * (1.0 - 0.5 * inside) + 1.0 - exp(-1.12 * curved);
  float dither = (noise(gl_FragCoord.xy) - 0.5) / 255.0 * step(0.0004, max(light.r, max(light.g, light.b)));
  fragment = vec4(toScreen(min(vec3(1.0), value)) + dither, 1.0);
}
`;
