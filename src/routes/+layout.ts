/** Public pages are plain HTML from the server; a page that earns scripts turns this on for itself. */
export const csr = false;
