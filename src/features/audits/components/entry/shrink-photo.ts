const SIDE = 2000;
/** Below this a picture goes as it is: the way is short, and the server makes it small anyway. */
const WORTH_SHRINKING = 1.5 * 1024 * 1024;
const SHRINKABLE = new Set(["image/jpeg", "image/png", "image/webp"]);

/**
 * A large picture as a JPEG of at most 2,000 pixels a side, turned upright and without what the camera wrote into it: sent
 * in seconds where the original takes minutes on a weak connection. What cannot be shrunk stays as it is; the server says
 * what is wrong with it.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (file.size < WORTH_SHRINKING || !SHRINKABLE.has(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext("2d");
    if (!context) return file;
    // JPEG has no transparency; what shines through a PNG is white, as on paper.
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
