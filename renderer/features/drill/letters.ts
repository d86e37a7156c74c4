/** Keys of options and acts, in their order. */
export const LETTERS = 'abcdefghijklmn';
