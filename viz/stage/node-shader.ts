/** How far beyond its radius the corners of a shape may reach. */
const REACH = 1.7;

/** One triangle a node, large enough for its shape. `v_point` and `v_radius` are in pixels. */
export const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_surface;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec3 v_surface;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_shape = a_shape;
  v_surface = a_surface.rgb;
  // The inscribed circle of the triangle holds the shape with its halo.
  // What is hidden has no size, and gets no triangle.
  float reach = a_size > 0.0 ? v_radius * ${REACH.toFixed(1)} + 2.0 : 0.0;
  v_point = 2.0 * reach * vec2(cos(a_angle), sin(a_angle));
  vec2 position = a_position + v_point * 2.0 * u_correctionRatio;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

/**
 * Signed distances to the shapes (after Inigo Quilez), all of about the same area, with a halo in the colour of the ground
 * that keeps the edges below at a distance.
 */
export const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec3 v_surface;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;

const float HALO = 1.25;

float square(vec2 p, float r) {
  float corner = 0.2 * r;
  vec2 d = abs(p) - (0.9 * r - corner);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - corner;
}

float diamond(vec2 p, float r) {
  float corner = 0.12 * r;
  return (abs(p.x) + abs(p.y) - (1.2 * r - corner)) * 0.7071 - corner * 0.7071;
}

float triangle(vec2 p, float r) {
  float corner = 0.16 * r;
  float side = 1.18 * r - corner;
  const float k = 1.7320508;
  p.y -= -0.12 * r;
  p.x = abs(p.x) - side;
  p.y = p.y + side / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * side, 0.0);
  return -length(p) * sign(p.y) - corner;
}

float shape(vec2 p, float r) {
  if (v_shape < 1.5) return length(p) - r;
  if (v_shape < 3.5) return square(p, r);
  if (v_shape < 4.5) return diamond(p, r);
  return triangle(p, r);
}

bool isRinged() {
  return (v_shape > 0.5 && v_shape < 1.5) || (v_shape > 2.5 && v_shape < 3.5);
}

void main() {
  float distance = shape(v_point, v_radius);

  #ifdef PICKING_MODE
  gl_FragColor = distance < 2.0 ? v_color : vec4(0.0);
  #else
  float cover = clamp(0.5 - distance, 0.0, 1.0);
  if (isRinged()) {
    float ring = max(1.0, 0.17 * v_radius);
    float gap = max(0.9, 0.17 * v_radius);
    float outer = clamp(0.5 + distance + ring, 0.0, 1.0);
    float core = clamp(0.5 - (distance + ring + gap), 0.0, 1.0);
    cover *= max(outer, core);
  }
  float alpha = clamp(0.5 - (distance - HALO), 0.0, 1.0);
  gl_FragColor = vec4(mix(v_surface, v_color.rgb, cover) * alpha, alpha);
  #endif
}
`;
