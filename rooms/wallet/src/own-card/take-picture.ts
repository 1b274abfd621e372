/** The video's present picture as a base64 JPEG, cut to 4:3 and not mirrored; null before the first frame. */
export function takePicture(video: HTMLVideoElement): string | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const width = Math.min(videoWidth, (videoHeight * 4) / 3);
  const height = Math.min(videoHeight, (videoWidth * 3) / 4);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const left = (videoWidth - width) / 2;
  const top = (videoHeight - height) / 2;
  context.drawImage(video, left, top, width, height, 0, 0, canvas.width, canvas.height);
  const jpeg = canvas.toDataURL('image/jpeg', 0.92);
  context.clearRect(0, 0, canvas.width, canvas.height);
  return jpeg.slice(jpeg.indexOf(',') + 1);
}
