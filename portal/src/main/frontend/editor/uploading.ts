// A picture on its way to the server.

/** Sends a file and tells how much of it has left; `done` says whether it arrived. */
export function upload(file: File, target: string, progress: (part: number) => void, done: (arrived: boolean) => void): void {
  const form = new FormData();
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  request.upload.onprogress = (one) => progress(one.loaded / one.total);
  request.onloadend = () => done(request.status > 0 && request.status < 400);
  request.open('POST', target);
  request.send(form);
}
