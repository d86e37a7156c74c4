/** The worker's code of pdf.js, which runs in the same thread here; it only has to be there. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
