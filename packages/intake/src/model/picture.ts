/** Stands where the document shows a picture or a control and no text: what a person reads there is not known. */
export const PICTURE = '〔图片〕'
