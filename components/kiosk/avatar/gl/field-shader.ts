/**
 * The light of a raked sphere, as `../field.ts` draws it for the calm form, with living rings: written once and read by
 * the body's pixels and by the grains' places.
 */
export const fieldShader = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler3D;
uniform sampler3D uNoise;
uniform sampler2D uVoices;
uniform float uVoicePart;
uniform vec3 uPole;
uniform vec3 uKey;
uniform vec3 uCombs;
uniform vec3 uPhases;
uniform vec2 uLoud;
uniform float uTime;
uniform float uRelief;
uniform float uDim;
uniform float uSaturation;
uniform float uGlow;
uniform float uThinking;
uniform float uHead;

const float TURN = 6.2831853;
const vec3 GREEN = vec3(0.0887, 0.9131, 0.6240);
const vec3 CYAN = vec3(0.0482, 0.6105, 0.7758);
const vec3 MINT = vec3(0.8228, 1.0, 0.9387);
const vec3 ROOM = vec3(0.6939, 0.5210, 0.3813);
const vec3 AXIS = vec3(0.30009, 0.80024, 0.52016);
const vec3 ALONG = vec3(0.93633, -0.35112, 0.0);
const vec3 ACROSS = vec3(0.18264, 0.48704, -0.85465);

float valueNoise(vec3 p) {
  vec3 cell = floor(p);
  vec3 part = p - cell;
  return textureLod(uNoise, (cell + part * part * (3.0 - 2.0 * part) + 0.5) / 32.0, 0.0).r;
}
float fbm(vec3 p) {
  return (valueNoise(p) * 0.57 + valueNoise(p * 2.03 + vec3(17.0, 5.0, 9.0)) * 0.29
    + valueNoise(p * 4.1 + vec3(3.0, 29.0, 13.0)) * 0.14) * 2.0 - 1.0;
}

/** Loudness of the member (x) and of JARVIS (y), \`age\` in seconds ago. */
vec2 voices(float age) {
  return texture(uVoices, vec2((age * 60.0 + uVoicePart + 0.5) / 128.0, 0.5)).rg;
}

vec3 sphereColor(float energy, float share, float warm) {
  float shade = clamp(1.0 - energy * 2.2, 0.0, 1.0) * 0.36 + (1.0 - min(1.0, energy * 1.5)) * 0.5;
  float bright = max(0.0, min(1.0, (energy - 0.62) * 1.4));
  vec3 hue = mix(mix(GREEN, CYAN, min(1.0, shade)), MINT, bright * 0.1);
  float grey = dot(hue, vec3(0.2126, 0.7152, 0.0722));
  return mix(vec3(grey), hue, uSaturation) * energy * share + ROOM * warm;
}

/** The orbiting spark: its light at a point (x), and how far the rings give way to it (y). */
vec2 orbit(vec3 n) {
  if (uThinking < 0.002) return vec2(0.0);
  float aside = dot(n, AXIS);
  float behind = mod(uHead - atan(dot(n, ACROSS), dot(n, ALONG)), TURN);
  float tail = exp(-behind / 1.35);
  float threads = 0.3 + 0.7 * pow(0.5 + 0.5 * cos(120.0 * aside), 1.6);
  vec3 head = ALONG * cos(uHead) + ACROSS * sin(uHead);
  vec3 away = n - head;
  float near = dot(away, away);
  float light = 0.62 * tail * threads * exp(-aside * aside / 0.0064)
    + 3.2 * exp(-near / 0.0007) + 0.62 * exp(-near / 0.012) + 0.2 * exp(-near / 0.16);
  return uThinking * vec2(light, exp(-aside * aside / 0.05) * (0.35 + 0.65 * tail));
}

struct Light { float energy; float warm; float slide; };

Light lightAt(vec3 n) {
  float cosine = clamp(dot(uPole, n), -1.0, 1.0);
  float theta = acos(cosine);
  float sine = sqrt(1.0 - cosine * cosine) + 1e-4;
  vec2 spark = orbit(n);

  float slow = fbm(n * 1.1 + vec3(40.0, 0.0, uTime * 0.05));
  float bent = fbm(n * 1.5 + vec3(0.0, uTime * 0.012, 0.0));
  float rest = 0.47 + 0.3 * slow;
  float heard = voices((1.0 - min(1.0, theta / 1.75)) * 1.2).x;
  float said = voices(min(1.0, theta / 1.75) * 1.2).y;
  vec3 depths = vec3(
    rest * (1.0 - 0.85 * spark.y),
    max(0.10 + 0.90 * heard, 0.5 * rest * (1.0 - uLoud.x)),
    max(0.10 + 0.90 * said, 0.5 * rest * (1.0 - uLoud.y)));
  vec3 rings = vec3(46.0, 34.0, 30.0);
  vec3 phases = rings * (vec3(theta) + vec3(0.085, 0.062, 0.03) * bent) + uPhases;
  vec3 shares = uCombs * depths;
  float depth = dot(shares, vec3(1.0));
  float wave = dot(uCombs, cos(phases));
  vec3 swing = shares * sin(phases);
  float tilt = uRelief * dot(swing, vec3(1.0));
  vec3 rise = normalize(n + tilt * (n * cosine - uPole) / sine);

  float facing = dot(uKey, n);
  float raking = pow(smoothstep(-0.3, 1.05, 0.86 * dot(uKey, rise) + 0.14 * facing), 2.15);
  float veil = 0.86 + 0.34 * fbm(n * 0.9 + vec3(7.0, 3.0, uTime * 0.03));
  float lit = smoothstep(-0.1, 0.7, facing);
  float crest = 0.5 + 0.5 * wave;
  float furrow = 1.0 - 0.5 * lit * min(1.0, depth * 1.5) * pow(1.0 - crest, 1.4);
  float limb = pow(1.0 - max(0.0, n.z), 4.0);
  float square = theta * theta;

  Light light;
  light.energy = uDim * (raking * veil * furrow * (1.0 + 0.48 * depth * crest * crest * crest)
    + 0.26 * limb * pow(smoothstep(-0.05, 0.8, facing), 1.3)
    + uGlow * (0.5 * exp(-square / 0.035) + 0.16 * exp(-square / 0.3))) + spark.x;
  light.warm = 0.055 * pow(1.0 - max(0.0, n.z), 2.8) * smoothstep(0.1, 0.9, -facing);
  light.slide = -dot(swing / rings, vec3(0.8, 0.8, 0.55));
  return light;
}
`;
