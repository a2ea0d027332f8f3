/** How many pixels of the file stand for one of the canvas. */
const SCALE = 2;

/** Draws an SVG of so many pixels into a PNG of twice as many. @throws where the browser cannot */
export async function toPng(svg: string, size: { width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SCALE * size.width;
    canvas.height = SCALE * size.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) =>
        blob ? resolve(blob) : reject(new Error('This browser could not make the picture.')),
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
