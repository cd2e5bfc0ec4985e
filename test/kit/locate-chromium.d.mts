export function locateChromium(): Promise<string>;
