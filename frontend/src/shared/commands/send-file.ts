export interface FileBody {
  content: Blob;
  /** How many bytes have left. */
  onProgress?: (sent: number, total: number) => void;
  /** All of it has arrived, and the server is at work. */
  onSent?: () => void;
}

interface FileRequest extends FileBody { method: string; headers: Record<string, string>; signal?: AbortSignal }

/** fetch tells nothing about what is on its way, so files go by XMLHttpRequest; the answer is put in fetch's own words. */
export function sendFile(url: string, { method, headers, content, onProgress, onSent, signal }: FileRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(new DOMException('cancelled', 'AbortError'));
    if (signal?.aborted === true) { aborted(); return; }
    const wire = new XMLHttpRequest();
    const cancel = (): void => wire.abort();
    wire.open(method, url);
    wire.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) wire.setRequestHeader(name, value);
    wire.upload.addEventListener('progress', (event) => onProgress?.(event.loaded, event.total));
    wire.upload.addEventListener('load', () => onSent?.());
    wire.addEventListener('load', () => {
      const type = wire.getResponseHeader('content-type');
      resolve(new Response(wire.status === 204 ? null : (wire.response as Blob), { status: wire.status, statusText: wire.statusText, headers: type === null ? {} : { 'content-type': type } }));
    });
    wire.addEventListener('error', () => reject(new TypeError('network')));
    wire.addEventListener('abort', aborted);
    wire.addEventListener('loadend', () => signal?.removeEventListener('abort', cancel));
    signal?.addEventListener('abort', cancel);
    wire.send(content);
  });
}
