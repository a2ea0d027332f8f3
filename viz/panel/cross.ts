/** The drawing of a button that closes or takes back. */
export const CROSS = ['M4 4l8 8', 'M12 4l-8 8'] as const;
