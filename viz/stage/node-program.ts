import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { FRAGMENT_SHADER, VERTEX_SHADER } from './node-shader.ts';
import type { EdgePicture, NodePicture } from './picture.ts';
import type { NodeDisplay } from './reducers.ts';
import { SHAPE_NAMES } from './shapes.ts';

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Draws every shape of node by its distance field, so that all are sharp at every size. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], NodePicture, EdgePicture> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_surface', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(nodeIndex: number, offset: number, data: NodeDisplayData): void {
    // Sigma hands on what the reducer returned, with its own defaults beside it.
    const display = data as NodeDisplayData & NodeDisplay;
    const values = [
      display.x,
      display.y,
      display.size,
      SHAPE_NAMES.indexOf(display.shape),
      floatColor(display.color),
      floatColor(display.surface),
      nodeIndex,
    ];
    this.array.set(values, offset);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { u_sizeRatio, u_correctionRatio, u_matrix } = uniformLocations;
    gl.uniform1f(u_correctionRatio ?? null, params.correctionRatio);
    gl.uniform1f(u_sizeRatio ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
  }
}
