/** The part of `qrcode` used here; it ships no types of its own. */
declare module 'qrcode' {
  /** `data` holds one byte for each module, row by row: 1 is dark. */
  export function create(text: string): {
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  };
}
